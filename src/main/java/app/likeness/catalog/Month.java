package app.likeness.catalog;

import java.time.YearMonth;

/// How many photos a month of the timeline holds.
public record Month(YearMonth month, int photos) {}
