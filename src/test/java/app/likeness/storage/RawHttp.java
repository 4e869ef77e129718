package app.likeness.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/// Sends requests as they are, so that tests can alter each part of one.
public final class RawHttp {
  private RawHttp() {}

  /// @return the status
  public static int send(String method, URI url, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    return answer(method, url, headers, body).statusCode();
  }

  public static HttpResponse<byte[]> answer(
      String method, URI url, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(
        (name, value) -> {
          if (!name.equalsIgnoreCase("content-length")) {
            request.setHeader(name, value);
          }
        });
    try (HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  /// @return the status
  public static int post(URI url, Map<String, String> fields, byte[] file)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      body.writeBytes(part(field.getKey(), "", field.getValue().getBytes(UTF_8)));
    }
    body.writeBytes(part("file", "; filename=\"x\"", file));
    body.writeBytes("--edge--\r\n".getBytes(UTF_8));
    String type = "multipart/form-data; boundary=edge";
    return send("POST", url, Map.of("Content-Type", type), body.toByteArray());
  }

  private static byte[] part(String name, String more, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    String head = "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more;
    part.writeBytes((head + "\r\n\r\n").getBytes(UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(UTF_8));
    return part.toByteArray();
  }
}
