package org.sonocert.credential;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of credentials. Every change is noted for the audit leaf of its transaction. */
@Repository
public class Credentials {
  private final JdbcClient db;
  private final AuditTrail audit;

  Credentials(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The enrolment's credential, empty until the award. */
  public Optional<Credential> of(EnrolmentId enrolment) {
    return db.sql("select * from credential where enrolment_id = ?")
        .param(enrolment.value())
        .query(CredentialRows::read)
        .optional();
  }

  /** The credential of a serial. */
  public Optional<Credential> of(Serial serial) {
    return db.sql("select * from credential where serial = ?")
        .param(serial.text())
        .query(CredentialRows::read)
        .optional();
  }

  /** Credentials whose first document is not frozen yet, the oldest award first. */
  List<EnrolmentId> withoutDocument(int limit) {
    return db.sql(
            "select enrolment_id from credential where documents = 0 order by awarded_at limit ?")
        .param(limit)
        .query((row, n) -> new EnrolmentId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Writes it; false when the enrolment has one already or the serial is taken. */
  boolean add(Credential c) {
    int added =
        db.sql(
                """
                insert into credential (enrolment_id, serial, candidate_id, product, scheme, scope,
                    areas, holder_name, issuer, awarded_at, valid_until, validity_reason, release,
                    decision_reason, state_since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(c.enrolment().value(), c.serial().text(), c.candidate().value(), c.product())
            .params(c.scheme().word(), c.scope(), c.areas().toArray(String[]::new))
            .params(c.holderName(), c.issuer(), Timestamp.from(c.awardedAt()))
            .params(Timestamp.from(c.validUntil()), c.validityReason(), c.release())
            .params(c.decisionReason(), Timestamp.from(c.stateSince()))
            .update();
    if (added == 1) {
      audit.note(c.enrolment(), awarded(c));
    }
    return added == 1;
  }

  /** Marks what the person holds in the product as replaced, so that one is valid (INV-03). */
  void replaceEarlier(Credential by) {
    Instant now = by.awardedAt();
    db.sql(
            """
            update credential set replaced_at = ?
             where candidate_id = ? and product = ? and state = 'valid' and replaced_at is null
               and enrolment_id <> ?
            returning enrolment_id
            """)
        .params(Timestamp.from(now), by.candidate().value(), by.product(), by.enrolment().value())
        .query((row, n) -> new EnrolmentId(row.getObject(1, UUID.class)))
        .list()
        .forEach(
            earlier ->
                audit.note(
                    earlier,
                    new Change(
                        "credential-replaced",
                        Map.of("by", by.serial().text(), "at", now.toString()))));
  }

  /** The whole award, as the leaf seals it. */
  private static Change awarded(Credential c) {
    return new Change(
        "credential-awarded",
        Map.ofEntries(
            Map.entry("serial", c.serial().text()),
            Map.entry("product", c.product()),
            Map.entry("scheme", c.scheme().word()),
            Map.entry("scope", c.scope()),
            Map.entry("areas", c.areas()),
            Map.entry("holderName", c.holderName()),
            Map.entry("issuer", c.issuer()),
            Map.entry("awardedAt", c.awardedAt().toString()),
            Map.entry("validUntil", c.validUntil().toString()),
            Map.entry("validityReason", c.validityReason()),
            Map.entry("release", c.release()),
            Map.entry("decisionReason", c.decisionReason())));
  }
}
