package app.likeness.cli;

import app.likeness.catalog.Token;
import app.likeness.gallery.Tokens;
import app.likeness.model.Scope;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `token create`, `token list`, `token revoke ID`: who may ask a server of this gallery.
@Command(name = "token", description = "Let others ask the server of this gallery, and no longer.")
final class TokenVerb extends Verb {
  private TokenVerb(Console console) {
    super(console);
  }

  /// The verb with those below it.
  static CommandLine line(Console console) {
    return new CommandLine(new TokenVerb(console))
        .addSubcommand(new Create(console))
        .addSubcommand(new ListAll(console))
        .addSubcommand(new Revoke(console));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say whether to create, list or revoke");
  }

  private record TokenForm(String id, String scope, String createdAt) {
    static TokenForm of(Token token) {
      return new TokenForm(token.id(), word(token), token.createdAt().toString());
    }
  }

  private static String word(Token token) {
    return token.scope().name().toLowerCase(Locale.ROOT);
  }

  /// What is done to tokens.
  private abstract static class Part extends Verb {
    Part(Console console) {
      super(console);
    }

    @Override
    public Integer call() {
      try (Tokens tokens = console.wiring().tokens(where())) {
        run(tokens);
      }
      return 0;
    }

    abstract void run(Tokens tokens);
  }

  @Command(name = "create", description = "Make a token; its last line is the token, shown only now.")
  private static final class Create extends Part {
    @Option(names = "--scope", required = true, paramLabel = "SCOPE",
        description = "view: look; contribute: also add photos; manage: all.")
    private Scope scope = Scope.VIEW;

    Create(Console console) {
      super(console);
    }

    private record Created(String id, String scope, String createdAt, String token) {}

    @Override
    void run(Tokens tokens) {
      Tokens.Made made = tokens.create(scope);
      Token token = made.token();
      if (json) {
        console.json(
            new Created(token.id(), word(token), token.createdAt().toString(), made.secret()));
      } else {
        console.say("Token %s, to %s; keep it, it is shown only now:".formatted(token.id(), word(token)));
        console.say(made.secret());
      }
    }
  }

  @Command(name = "list", description = "List the tokens, without what only their bearers have.")
  private static final class ListAll extends Part {
    ListAll(Console console) {
      super(console);
    }

    private record All(List<TokenForm> tokens) {}

    @Override
    void run(Tokens tokens) {
      if (json) {
        console.json(new All(tokens.all().stream().map(TokenForm::of).toList()));
      } else {
        for (Token token : tokens.all()) {
          console.say("%s  %-10s  %s".formatted(token.id(), word(token), token.createdAt()));
        }
      }
    }
  }

  @Command(name = "revoke", description = "Let the bearer of a token in no longer, from now on.")
  private static final class Revoke extends Part {
    @Parameters(index = "0", paramLabel = "ID", description = "As \"token list\" lists it.")
    private @Nullable String id;

    Revoke(Console console) {
      super(console);
    }

    private record Revoked(String revoked) {}

    @Override
    void run(Tokens tokens) {
      String revoked = String.valueOf(id);
      tokens.revoke(revoked);
      if (json) {
        console.json(new Revoked(revoked));
      } else {
        console.say("Token %s is revoked.".formatted(revoked));
      }
    }
  }
}
