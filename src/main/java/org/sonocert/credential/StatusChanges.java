package org.sonocert.credential;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about credentials since their award, each noted for its leaf. */
@Repository
class StatusChanges {
  private static final String PAYMENT_REVERSED = "payment-reversed";

  private final JdbcClient db;
  private final AuditTrail audit;

  StatusChanges(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** Whether the last change is a suspension under this reference. */
  boolean suspendedBy(EnrolmentId id, String reference) {
    return db.sql(
            """
            select state = 'suspended' and reference = ? from credential_status_change
             where enrolment_id = ? order by number desc limit 1
            """)
        .params(reference, id.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * Writes the change and the new state. A credential that is valid again while a later award of
   * the product stands is replaced by that one, so that one is valid (INV-03).
   */
  void write(Credential credential, CredentialState to, String reference, Instant at) {
    EnrolmentId id = credential.enrolment();
    db.sql(
            """
            insert into credential_status_change
            select :id, coalesce(max(number), 0) + 1, :state, :cause, :reference, :at
              from credential_status_change where enrolment_id = :id
            """)
        .param("id", id.value())
        .param("state", to.word())
        .param("cause", PAYMENT_REVERSED)
        .param("reference", reference)
        .param("at", Timestamp.from(at))
        .update();
    db.sql(
            """
            update credential c set state = :state, state_since = :at,
                   replaced_at = coalesce(c.replaced_at, (
                     select max(o.awarded_at) from credential o
                      where :state = 'valid' and o.candidate_id = c.candidate_id
                        and o.product = c.product and o.enrolment_id <> c.enrolment_id
                        and o.state = 'valid' and o.replaced_at is null))
             where c.enrolment_id = :id
            """)
        .param("id", id.value())
        .param("state", to.word())
        .param("at", Timestamp.from(at))
        .update();
    audit.note(
        id,
        new Change(
            to == CredentialState.VALID ? "credential-reinstated" : "credential-" + to.word(),
            Map.of("serial", credential.serial().text(), "cause", PAYMENT_REVERSED)));
  }
}
