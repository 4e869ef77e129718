package app.likeness.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Leave to store one object once, without holding any key; minted just in time, never stored.
public sealed interface UploadTicket {
  URI url();

  Instant expires();

  /// PUT the bytes with exactly these headers.
  record Put(URI url, SequencedMap<String, String> headers, Instant expires)
      implements UploadTicket {
    public Put {
      headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }

    /// Shows no URL: whoever reads a log must not be able to spend the ticket.
    @Override
    public String toString() {
      return "Put[expires=" + expires + "]";
    }
  }

  /// POST a multipart form: these fields in this order, then the bytes as `file`.
  record Form(URI url, SequencedMap<String, String> fields, Instant expires)
      implements UploadTicket {
    public Form {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
      return "Form[expires=" + expires + "]";
    }
  }
}
