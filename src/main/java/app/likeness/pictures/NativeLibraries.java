package app.likeness.pictures;

import java.nio.file.Path;

/// How the decoders' native libraries are loaded; the same for all, hence beside them.
public final class NativeLibraries {
  private NativeLibraries() {}

  /// Says where they are unpacked; call it before the first picture is decoded.
  ///
  /// @param cache a folder of the user's own, kept from start to start
  public static void unpackInto(Path cache) {
    System.setProperty("org.bytedeco.javacpp.cachedir", cache.toString());
    // We free by hand: no thread that waits for the garbage collector, and no forced collections
    // when this process, which does more than decode, has grown.
    System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
    System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
  }
}
