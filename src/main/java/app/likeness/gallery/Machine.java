package app.likeness.gallery;

/// What the machine does about people when somebody decides or asks: together, for [PeopleService].
record Machine(
    Recognition recognition,
    Assignment assignment,
    Regroup regroup,
    Rescan rescan,
    Workers workers) {}
