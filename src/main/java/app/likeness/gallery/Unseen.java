package app.likeness.gallery;

import app.likeness.storage.UploadTicket;

/// Leave to send a file whose content nobody knows yet, and the key by which to ask for it afterwards.
public record Unseen<T extends UploadTicket>(String key, T ticket) {}
