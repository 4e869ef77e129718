package app.likeness.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.AbstractRequestContext;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;

/// The `file` of a form, streamed to the disk, where it stays until this is closed.
///
/// @param fileName what its sender calls it, perhaps with folders
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
record FormFile(String fileName, Path path) implements AutoCloseable {
  private static final String FIELD = "file";

  /// @param most bytes that the request may have
  /// @throws Refusal when it holds no file, or too much
  static FormFile of(ApiRequest request, long most) {
    if (request.length() > most) {
      throw tooLarge(most);
    }
    try {
      FileItemInputIterator parts = new Parser(most).getItemIterator(new Context(request));
      while (parts.hasNext()) {
        FileItemInput part = parts.next();
        if (FIELD.equals(part.getFieldName()) && !part.isFormField()) {
          return stored(part);
        }
      }
      throw Refusal.bad("Send a form (multipart/form-data) with the picture as its field \"file\".");
    } catch (FileUploadSizeException _) {
      throw tooLarge(most);
    } catch (FileUploadException e) {
      throw Refusal.bad("The body is no form (multipart/form-data) that can be read.", e);
    } catch (IOException e) {
      throw Refusal.bad("The body did not arrive whole.", e);
    }
  }

  private static Refusal tooLarge(long most) {
    return Refusal.tooLarge(
        "A form may have %d MiB at most: send larger files by ticket.".formatted(most >> 20));
  }

  private static FormFile stored(FileItemInput part) throws IOException {
    String name = part.getName();
    // Readable by nobody else, as the JDK makes all such files.
    FormFile file =
        new FormFile(
            name == null || name.isBlank() ? "photo" : name,
            Files.createTempFile("likeness-upload-", ""));
    try (InputStream in = part.getInputStream()) {
      Files.copy(in, file.path, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The library's parser, of which only the streaming part is used.
  private static final class Parser
      extends AbstractFileUpload<ApiRequest, DiskFileItem, DiskFileItemFactory> {
    Parser(long most) {
      setMaxSize(most);
    }

    @Override
    public FileItemInputIterator getItemIterator(ApiRequest request) throws IOException {
      return getItemIterator(new Context(request));
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(
        ApiRequest request) throws FileUploadException {
      return parseParameterMap(new Context(request));
    }

    @Override
    public List<DiskFileItem> parseRequest(ApiRequest request)
        throws FileUploadException {
      return parseRequest(new Context(request));
    }
  }

  private static final class Context extends AbstractRequestContext<ApiRequest> {
    Context(ApiRequest request) {
      super(
          name -> request.header(name.toLowerCase(Locale.ROOT)).orElse(null),
          request::length,
          request);
    }

    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public String getContentType() {
      return getRequest().header("content-type").orElse("");
    }

    @Override
    public InputStream getInputStream() {
      return getRequest().body();
    }
  }
}
