package app.likeness.app;

import app.likeness.faces.FaceIndex;
import app.likeness.faces.onnx.ModelFiles;
import app.likeness.faces.onnx.OnnxFaceIndex;
import app.likeness.pictures.ContentReader;
import app.likeness.pictures.NativeLibraries;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Thumbnails;
import app.likeness.pictures.ffmpeg.FfmpegDecoder;
import app.likeness.pictures.leptonica.LeptonicaDecoder;
import app.likeness.pictures.leptonica.LeptonicaThumbnails;
import app.likeness.pictures.metadata.ExifReader;
import java.nio.file.Path;
import java.util.List;

/// The libraries that read pictures and find faces, the same for every back end.
final class Codecs {
  private final NativeParts natives;
  private final PictureReader reader;
  private final Thumbnails thumbnails = new LeptonicaThumbnails();

  /// @param cache where native libraries are unpacked, once
  Codecs(Path cache) {
    natives = new NativeParts(cache.resolve("native"));
    natives.sqlite();
    NativeLibraries.unpackInto(cache.resolve("native"));
    reader = new ContentReader(List.of(new LeptonicaDecoder(), new FfmpegDecoder()), new ExifReader());
  }

  PictureReader reader() {
    return reader;
  }

  Thumbnails thumbnails() {
    return thumbnails;
  }

  /// Made anew for each gallery that is opened, since it holds that gallery's faces.
  FaceIndex faces() {
    natives.onnx();
    return new OnnxFaceIndex(ModelFiles.find());
  }
}
