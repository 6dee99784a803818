package org.sonocert.peerevaluation;

import java.util.Locale;
import java.util.Map;
import org.sonocert.core.AccountId;
import org.sonocert.core.LicenceNumber;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells an evaluator from the candidate by the licence that both state. */
@Repository
class EvaluatorLicences {
  private final JdbcClient db;

  EvaluatorLicences(JdbcClient db) {
    this.db = db;
  }

  /**
   * Lets nobody evaluate themselves from a second mailbox.
   *
   * @throws Rejected INVALID when the licence is the candidate's own
   */
  void requireSomebodyElse(AccountId candidate, Map<String, Object> answers) {
    String number = LicenceNumber.normal(String.valueOf(answers.get("licenceNumber")));
    String country = String.valueOf(answers.get("licenceCountry")).toUpperCase(Locale.ROOT);
    boolean own =
        db.sql(
                """
                select exists (select 1 from v_application_licence
                                where account_id = ? and country = ? and number = ?)
                """)
            .params(candidate.value(), country, number)
            .query(Boolean.class)
            .single();
    if (own) {
      throw new Rejected(
          Rejection.invalid(
              "own-licence",
              "This licence is the candidate's own. An evaluation is given by another person, with"
                  + " their own licence."));
    }
  }
}
