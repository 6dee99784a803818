package org.sonocert.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of leaves: appended in one statement, read by enrolment. */
@Repository
public class Leaves {
  private static final String APPEND =
      """
      with leaf as (
        insert into audit_event
          (enrolment_id, number, type, at, actor, subject, policy_release, commitment, xact)
        values (?, 0, ?, ?, ?, ?, ?, ?, '0'::xid8)
        returning enrolment_id)
      insert into audit_payload (enrolment_id, number, salt, payload)
      select enrolment_id, 0, ?, ? from leaf
      """;

  private final JdbcClient db;

  Leaves(JdbcClient db) {
    this.db = db;
  }

  /** The same, read through another login of the database, which may read only. */
  public Leaves through(JdbcClient other) {
    return new Leaves(other);
  }

  void append(Leaf leaf) {
    String payload = CanonicalJson.write(Map.of("v", 1, "changes", changes(leaf.changes())));
    db.sql(APPEND)
        .param(leaf.enrolment().value())
        .param(leaf.type())
        .param(Timestamp.from(leaf.at()))
        .param(leaf.actor())
        .param("enrolment:" + leaf.enrolment())
        .param(leaf.release())
        .param(commitment(leaf.salt(), payload))
        .param(leaf.salt())
        .param(payload)
        .update();
  }

  /** All leaves of an enrolment in their order, oldest first, with their payloads as JSON text. */
  public List<Recorded> of(EnrolmentId enrolment) {
    return db.sql(
            """
            select e.number, e.type, e.at, e.actor, e.policy_release, e.commitment, p.salt, p.payload
              from audit_event e left join audit_payload p using (enrolment_id, number)
             where e.enrolment_id = ? order by e.number
            """)
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Recorded(
                    row.getLong(1),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    row.getString(4),
                    row.getObject(5) == null ? null : row.getLong(5),
                    row.getBytes(6),
                    row.getBytes(7),
                    row.getString(8)))
        .list();
  }

  private static List<Map<String, Object>> changes(List<Change> changes) {
    return changes.stream()
        .map(c -> Map.<String, Object>of("type", c.type(), "data", c.data()))
        .toList();
  }

  /** SHA-256(salt ‖ canonical payload), as assurance asks for erasable commitments. */
  static byte[] commitment(byte[] salt, String payload) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(payload.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
