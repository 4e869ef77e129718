package app.likeness.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a piece of work took, this process and the ended ones that it started together.
///
/// @param wall in seconds
/// @param cpu in seconds, of all cores
record Cost(double wall, double cpu) {
  // proc(5): cutime and cstime are fields 16 and 17, in hundredths of a second.
  private static final int CHILDREN_USER = 16;
  private static final int AFTER_NAME = 3;
  private static final double TICKS = 100;

  /// Work that may fail.
  interface Work {
    void run() throws Exception;
  }

  static Cost of(Work work) throws Exception {
    double before = cpuTime();
    long start = System.nanoTime();
    work.run();
    return new Cost((System.nanoTime() - start) / 1e9, cpuTime() - before);
  }

  private static double cpuTime() throws IOException {
    OperatingSystemMXBean own =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String stat = Files.readString(Path.of("/proc/self/stat"));
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    int user = CHILDREN_USER - AFTER_NAME;
    double children =
        (Long.parseLong(fields.get(user)) + Long.parseLong(fields.get(user + 1))) / TICKS;
    return own.getProcessCpuTime() / 1e9 + children;
  }
}
