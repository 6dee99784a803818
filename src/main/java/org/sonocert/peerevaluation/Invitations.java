package org.sonocert.peerevaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The references in mailed links: 160 random bits each, kept as hashes only. */
@Repository
class Invitations {
  private static final int BYTES = 20;
  private static final int CHARACTERS = 27;

  private final JdbcClient db;
  private final AuditTrail audit;
  private final SecureRandom random = new SecureRandom();

  Invitations(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** A new reference for one more mail to the nominee; those of earlier mails stay good. */
  String create(Nomination nomination, String occasion, Instant now) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    String reference = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    db.sql("insert into invitation values (?, ?, ?, ?, ?)")
        .params(
            hash(reference),
            nomination.enrolment().value(),
            nomination.id().value(),
            occasion,
            Timestamp.from(now))
        .update();
    audit.note(
        nomination.enrolment(),
        new Change(
            "evaluator-reference-created",
            Map.of("nominee", nomination.id().toString(), "occasion", occasion)));
    return reference;
  }

  /** Whether a mail of this occasion was posted before. */
  boolean sent(Nomination nomination, String occasion) {
    return db.sql("select count(*) from invitation where nominee_id = ? and occasion = ?")
            .params(nomination.id().value(), occasion)
            .query(Integer.class)
            .single()
        > 0;
  }

  Optional<NomineeId> find(String reference) {
    if (reference.length() != CHARACTERS) {
      return Optional.empty();
    }
    return db.sql("select nominee_id from invitation where reference_hash = ?")
        .param(hash(reference))
        .query(UUID.class)
        .optional()
        .map(NomineeId::new);
  }

  private static byte[] hash(String reference) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(reference.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
