package app.likeness.model;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Somebody as shown in the People grid: a class of merged persons under its shown id.
///
/// @param name empty while nobody named them
/// @param photoCount photos they are on, each counted once
/// @param cover the face that stands for them
/// @param repThumbKey the object that shows the cover
/// @param first their earliest photo's place in the timeline
/// @param last their latest photo's
public record Person(
    PersonId id,
    String name,
    boolean hidden,
    int photoCount,
    int faceCount,
    @Nullable FaceId cover,
    @Nullable String repThumbKey,
    Instant createdAt,
    @Nullable LocalDateTime first,
    @Nullable LocalDateTime last) {}
