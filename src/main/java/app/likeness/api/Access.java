package app.likeness.api;

import app.likeness.catalog.Token;
import app.likeness.gallery.Tokens;
import app.likeness.model.Scope;
import java.util.Locale;

/// Lets in whoever shows a valid token of a sufficient scope, and not too often.
final class Access {
  private static final String BEARER = "bearer ";
  /// Guessing gets slow long before it gets anywhere.
  private static final int GUESSES_PER_SECOND = 1;
  private static final int GUESSES = 20;

  private final Tokens tokens;
  private final RateLimit bearers;
  private final RateLimit strangers;

  Access(Tokens tokens, ApiSettings settings) {
    this.tokens = tokens;
    bearers = new RateLimit(settings.perSecond(), settings.burst(), System::nanoTime);
    strangers = new RateLimit(GUESSES_PER_SECOND, GUESSES, System::nanoTime);
  }

  /// Before a request is looked at any closer, so that a stranger learns nothing.
  ///
  /// @throws Refusal unless it comes with a valid token
  Token bearer(ApiRequest request) {
    Token token =
        request
            .header("authorization")
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
            .flatMap(value -> tokens.check(value.substring(BEARER.length()).strip()))
            .orElse(null);
    if (token == null) {
      strangers.pass(request.caller());
      throw Refusal.unknownBearer();
    }
    bearers.pass(token.id());
    return token;
  }

  static void check(Token bearer, Scope needed) {
    if (!bearer.scope().allows(needed)) {
      throw Refusal.scope(needed.name().toLowerCase(Locale.ROOT));
    }
  }
}
