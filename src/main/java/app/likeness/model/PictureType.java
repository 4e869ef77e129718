package app.likeness.model;

/// A kind of picture file we read, told by its content and never by its name.
public enum PictureType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  GIF("image/gif", "gif"),
  TIFF("image/tiff", "tif"),
  BMP("image/bmp", "bmp"),
  HEIC("image/heic", "heic"),
  AVIF("image/avif", "avif");

  private final String mediaType;
  private final String ending;

  PictureType(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /// The IANA media type, as stored with the object and signed into its ticket.
  public String mediaType() {
    return mediaType;
  }

  /// The file ending without a dot.
  public String ending() {
    return ending;
  }
}
