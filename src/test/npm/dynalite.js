// A DynamoDB in memory on a free port of the loopback; prints the port, ends with its standard input.
const dynalite = require('dynalite');

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.keepAliveTimeout = 60000;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
// It throws where a client hangs up in the middle of a request, as one that has waited too long does.
process.on('uncaughtException', (failure) => {
  if (failure.code !== 'ECONNRESET') {
    console.error(failure);
    process.exit(1);
  }
});
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
