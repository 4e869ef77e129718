package app.likeness.pictures.metadata;

import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ORIENTATION;
import static com.drew.metadata.exif.ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH;
import static com.drew.metadata.exif.ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET;

import app.likeness.model.PictureType;
import app.likeness.pictures.Metadata;
import app.likeness.pictures.Metadata.Span;
import app.likeness.pictures.MetadataReader;
import app.likeness.pictures.Orientation;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.heif.HeifMetadataReader;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.imaging.png.PngMetadataReader;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads EXIF with metadata-extractor.
public final class ExifReader implements MetadataReader {
  private static final List<JpegSegmentMetadataReader> EXIF_ALONE =
      List.of(new com.drew.metadata.exif.ExifReader());

  /// What stands before the TIFF structure to whose start EXIF's offsets refer.
  private static final byte[] PREAMBLE = {'E', 'x', 'i', 'f', 0, 0};

  @Override
  public Metadata read(byte[] data, PictureType type) {
    try {
      com.drew.metadata.Metadata found = extract(data, type);
      return new Metadata(
          Captures.of(found), orientation(found), type == PictureType.JPEG ? preview(data, found) : null);
    } catch (ImageProcessingException | IOException | RuntimeException _) {
      return Metadata.NONE; // a photo without notes is still a photo
    }
  }

  private static com.drew.metadata.Metadata extract(byte[] data, PictureType type)
      throws ImageProcessingException, IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(data);
    return switch (type) {
      case JPEG -> JpegMetadataReader.readMetadata(in, EXIF_ALONE);
      case PNG -> PngMetadataReader.readMetadata(in);
      case WEBP -> WebpMetadataReader.readMetadata(in);
      case TIFF -> TiffMetadataReader.readMetadata(new ByteArrayReader(data));
      case HEIC, AVIF -> HeifMetadataReader.readMetadata(in);
      case GIF, BMP -> new com.drew.metadata.Metadata();
    };
  }

  private static Orientation orientation(com.drew.metadata.Metadata found) {
    Directory main = found.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer value = main == null ? null : main.getInteger(TAG_ORIENTATION);
    return value == null ? Orientation.NORMAL : Orientation.ofExif(value);
  }

  private static @Nullable Span preview(byte[] data, com.drew.metadata.Metadata found) {
    Directory small = found.getFirstDirectoryOfType(ExifThumbnailDirectory.class);
    Integer offset = small == null ? null : small.getInteger(TAG_THUMBNAIL_OFFSET);
    Integer length = small == null ? null : small.getInteger(TAG_THUMBNAIL_LENGTH);
    if (offset == null || length == null) {
      return null;
    }
    long start = (long) preamble(data) + PREAMBLE.length + offset;
    return offset > 0 && length > 0 && start + length <= data.length
        ? new Span((int) start, length)
        : null;
  }

  private static int preamble(byte[] data) {
    int at = 0;
    while (!Arrays.equals(data, at, at + PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length)) {
      at++;
    }
    return at;
  }
}
