package app.likeness.gallery;

import app.likeness.pictures.Decoded;

/// What a caller has made of a photo's very bytes already, so that nobody need make it again.
///
/// @param sha1 of the content, 40 hex digits
public record AtHand(Decoded decoded, String sha1) {}
