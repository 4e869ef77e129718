package app.likeness.gallery;

import app.likeness.catalog.Catalog;
import app.likeness.model.PhotoId;
import app.likeness.pictures.PictureReader;
import app.likeness.pictures.Thumbnails;
import app.likeness.storage.ObjectStore;
import java.util.function.Consumer;

/// What a gallery is made of: the ports, and the tools that make thumbnails.
///
/// @param forget told of each photo that was erased, for whoever else remembers it
public record Parts(
    Catalog catalog,
    ObjectStore store,
    PictureReader reader,
    Thumbnails thumbnails,
    Consumer<PhotoId> forget) {}
