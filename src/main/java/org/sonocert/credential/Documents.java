package org.sonocert.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The frozen documents: written once, never again. */
@Repository
public class Documents {
  private final JdbcClient db;
  private final AuditTrail audit;

  Documents(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The enrolment's document that is not superseded, empty while the first is being prepared. */
  public Optional<Document> current(EnrolmentId enrolment) {
    return db.sql(
            """
            select number, content, sha256, frozen_at from credential_document
             where enrolment_id = ? order by number desc limit 1
            """)
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Document(
                    row.getInt("number"),
                    row.getBytes("content"),
                    row.getBytes("sha256"),
                    row.getTimestamp("frozen_at").toInstant()))
        .optional();
  }

  /** Digest of the document that is not superseded, for those who hold a copy. */
  public Optional<String> digest(EnrolmentId enrolment) {
    return db.sql(
            """
            select encode(sha256, 'hex') from credential_document
             where enrolment_id = ? order by number desc limit 1
            """)
        .param(enrolment.value())
        .query(String.class)
        .optional();
  }

  /** Freezes the credential's first document; false when it has one. */
  boolean freezeFirst(Credential credential, byte[] content, Instant now) {
    byte[] sha256 = sha256(content);
    int written =
        db.sql(
                """
                insert into credential_document values (?, 1, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(credential.enrolment().value(), credential.holderName(), content, sha256)
            .param(Timestamp.from(now))
            .update();
    if (written == 0) {
      return false;
    }
    db.sql("update credential set documents = 1 where enrolment_id = ?")
        .param(credential.enrolment().value())
        .update();
    audit.note(
        credential.enrolment(),
        new Change(
            "certificate-frozen",
            Map.of("number", 1, "sha256", HexFormat.of().formatHex(sha256), "at", now.toString())));
    return true;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
