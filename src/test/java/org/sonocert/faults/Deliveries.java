package org.sonocert.faults;

import java.util.List;
import org.sonocert.testing.JarDatabase;

/** Due mails beside the copies that the demo's mailbox got. */
final class Deliveries {
  private static final String EACH =
      """
      select kind, state, ambiguous, attempts, copies from (
        select o.id, o.kind, o.state, o.ambiguous, o.attempts, count(m.number) as copies
          from outbox o left join demo_mail m using (message_id) group by o.id) each_mail
       where
      """;

  private Deliveries() {}

  /** Mails that nobody can be sure of and that say so. */
  static List<String> uncertain(JarDatabase database) {
    return database.lines(EACH + " ambiguous order by kind");
  }

  /**
   * Mails that break the promise: one copy each; more or none only where the row says that it is
   * uncertain; never more copies than attempts, and no copy without a row.
   */
  static List<String> wrong(JarDatabase database) {
    List<String> wrong =
        database.lines(
            EACH
                + """
                not (state = 'SENT' and copies = 1 or
                     ambiguous and state = 'SENT' and copies between 1 and attempts or
                     ambiguous and state = 'HELD' and copies <= attempts)
                """);
    wrong.addAll(
        database.lines(
            "select recipient, subject from demo_mail m where not exists"
                + " (select from outbox o where o.message_id = m.message_id)"));
    return wrong;
  }
}
