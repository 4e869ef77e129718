package app.likeness.catalog.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/// Computes from scratch, by plain SQL, all that a catalogue file keeps ready, and compares.
public final class Audit {
  private static final String PERSONS_FROM_SCRATCH =
      """
      SELECT s.personId, count(DISTINCT f.photoId) AS photoCount, count(f.id) AS faceCount,
        (SELECT g.photoId || '_face_' || g.n FROM faces g JOIN persons q ON q.personId = g.own
          WHERE q.shown = s.personId ORDER BY g.quality DESC, g.photoId, g.n LIMIT 1) AS repFace,
        (SELECT g.thumbKey FROM faces g JOIN persons q ON q.personId = g.own
          WHERE q.shown = s.personId ORDER BY g.quality DESC, g.photoId, g.n LIMIT 1) AS repThumbKey,
        min(p.sortedAt) AS first, max(p.sortedAt) AS last
      FROM persons s LEFT JOIN persons m ON m.shown = s.personId
        LEFT JOIN faces f ON f.own = m.personId LEFT JOIN photos p ON p.photoId = f.photoId
      WHERE s.shown = s.personId GROUP BY s.personId ORDER BY s.personId""";
  private static final String PERSONS_KEPT =
      """
      SELECT personId, photoCount, faceCount, repFace, repThumbKey, first, last
      FROM persons WHERE shown = personId ORDER BY personId""";
  private static final String MONTHS_FROM_SCRATCH =
      """
      SELECT month, count(*), sum(faceCount), sum(bytes) FROM photos
      WHERE state = 'READY' GROUP BY month ORDER BY month""";
  private static final String LOOKS_FROM_SCRATCH =
      """
      SELECT 'age', ageGroup, count(*) FROM faces WHERE ageGroup IS NOT NULL GROUP BY ageGroup
      UNION ALL
      SELECT 'smile', smiles, count(*) FROM faces WHERE smiles IS NOT NULL GROUP BY smiles
      ORDER BY 1, 2""";
  private static final String ORPHANS =
      """
      SELECT personId FROM persons p WHERE NOT EXISTS (SELECT 1 FROM faces WHERE own = p.personId)
        AND NOT EXISTS (SELECT 1 FROM proposals q WHERE q.personId = p.personId)
        AND NOT EXISTS (SELECT 1 FROM decisions d WHERE p.personId IN (d.personId, d.otherId))
        AND NOT EXISTS (SELECT 1 FROM persons m WHERE m.shown = p.personId AND m.personId <> p.personId)""";

  private Audit() {}

  public static void check(Path file) {
    try (Session session = Session.reading(file)) {
      assertThat(rows(session, "PRAGMA integrity_check")).containsExactly("ok ");
      assertThat(rows(session, "PRAGMA foreign_key_check")).isEmpty();
      assertThat(rows(session, PERSONS_KEPT)).isEqualTo(rows(session, PERSONS_FROM_SCRATCH));
      assertThat(rows(session, "SELECT * FROM months ORDER BY month"))
          .isEqualTo(rows(session, MONTHS_FROM_SCRATCH));
      assertThat(rows(session, "SELECT * FROM looks WHERE faces > 0 ORDER BY kind, value"))
          .isEqualTo(rows(session, LOOKS_FROM_SCRATCH));
      assertThat(rows(session, ORPHANS)).isEmpty();
      none(session, "persons WHERE shown <> personId AND (name <> '' OR hidden OR photoCount"
          + " OR faceCount OR repFace IS NOT NULL OR first IS NOT NULL OR last IS NOT NULL)");
      none(session, "persons a JOIN persons b ON b.personId = a.shown WHERE b.shown <> b.personId");
      none(session, "faces f JOIN photos p USING (photoId) WHERE f.sortedAt <> p.sortedAt");
      none(session, "photos p WHERE state = 'READY' AND faceCount <>"
          + " (SELECT count(*) FROM faces f WHERE f.photoId = p.photoId)");
    }
  }

  private static void none(Session session, String what) {
    assertThat(session.number("SELECT count(*) FROM " + what)).as(what).isZero();
  }

  private static List<String> rows(Session session, String sql) {
    return session.list(sql, Audit::text);
  }

  private static String text(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      text.append(row.getString(i)).append(' ');
    }
    return text.toString();
  }
}
