package org.sonocert.faults;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.sonocert.testing.JarDatabase;

/** What a walk left behind in the database, with everything taken out that differs by nature. */
final class EndState {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
  private static final Pattern SERIAL = Pattern.compile("SC-\\d{4}-[0-9A-Z]{10}-[0-9A-Z]");
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T[0-9:.]+Z?)?");

  /** Leaves and mails are looked at on their own: a repeated request may write one more. */
  private static final Set<String> APART =
      Set.of("audit_stream", "audit_event", "audit_payload", "outbox");

  private static final String TABLES =
      """
      select t.table_name,
             array_agg(c.column_name::text) filter (where c.is_identity = 'YES' or c.data_type in
               ('timestamp with time zone', 'date', 'bytea', 'xid8')
               or c.column_name in ('reference', 'idempotency_key', 'task_id', 'key_id'))
        from information_schema.tables t
        join information_schema.columns c using (table_schema, table_name)
       where t.table_schema = 'app' and t.table_type = 'BASE TABLE'
       group by t.table_name having bool_or(c.column_name = 'enrolment_id') order by 1
      """;

  private EndState() {}

  /** Waits until nothing is left to do: no mail, no job, and the document is frozen. */
  static void awaitQuiet(JarDatabase database) {
    Awaitility.await("nothing left to do")
        .atMost(Duration.ofMinutes(6))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                database.number(
                        """
                        select (select count(*) from outbox
                                 where state in ('PENDING','STARTED','AMBIGUOUS'))
                             + (select count(*) from act_ru_job)
                             + (select count(*) from credential where documents = 0)
                        """)
                    == 0);
  }

  /** Every row of every table that belongs to an enrolment, without ids, instants and secrets. */
  static SortedMap<String, List<String>> rows(JarDatabase database, UUID enrolment) {
    SortedMap<String, List<String>> rows = new TreeMap<>();
    for (List<String> table : database.rows(TABLES)) {
      if (!APART.contains(table.get(0))) {
        String sql = "select (to_jsonb(t) - ?::text[])::text from app.%s t where enrolment_id = ?";
        String left = table.get(1).equals("null") ? "{}" : table.get(1);
        rows.put(
            table.get(0),
            database.lines(sql.formatted(table.get(0)), left, enrolment).stream()
                .map(EndState::plain)
                .sorted()
                .toList());
      }
    }
    return rows;
  }

  /** How often the engine entered and left each node, over all processes. */
  static List<String> history(JarDatabase database) {
    return database.lines(
        """
        select proc_def_key_, act_id_, act_inst_state_, end_time_ is null, count(*)
          from act_hi_actinst group by 1, 2, 3, 4 order by 1, 2, 3, 4
        """);
  }

  /** What still runs in the engine, by table; all should be none. */
  static List<String> running(JarDatabase database) {
    List<String> found = new ArrayList<>();
    for (String table : List.of("execution", "task", "job", "incident", "variable", "ext_task")) {
      found.add(table + " " + database.number("select count(*) from act_ru_" + table));
    }
    return found;
  }

  /** How many different mails of each kind were due. */
  static Map<String, Long> mails(JarDatabase database, UUID enrolment) {
    Map<String, Long> kinds = new TreeMap<>();
    database
        .rows("select kind, count(*) from outbox where enrolment_id = ? group by 1", enrolment)
        .forEach(row -> kinds.put(row.get(0), Long.valueOf(row.get(1))));
    return kinds;
  }

  /** Leaves whose number has a gap before it or whose commitment does not open. */
  static List<String> brokenLeaves(JarDatabase database, UUID enrolment) {
    List<String> broken = new ArrayList<>();
    long expected = 1;
    for (List<String> leaf :
        database.rows(
            """
            select e.number, encode(e.commitment, 'hex'), encode(p.salt, 'hex'), p.payload
              from audit_event e left join audit_payload p using (enrolment_id, number)
             where e.enrolment_id = ? order by e.number
            """,
            enrolment)) {
      String opened = commitment(leaf.get(2), leaf.get(3));
      if (Long.parseLong(leaf.get(0)) != expected++ || !opened.equals(leaf.get(1))) {
        broken.add(leaf.get(0));
      }
    }
    return broken;
  }

  private static String commitment(String salt, String payload) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(salt));
      return HexFormat.of()
          .formatHex(digest.digest(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(String row) {
    String plain = SERIAL.matcher(ID.matcher(row).replaceAll("<id>")).replaceAll("<serial>");
    return INSTANT.matcher(plain).replaceAll("<instant>");
  }
}
