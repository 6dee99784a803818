package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sonocert.core.EnrolmentId;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * INV-10: what an evaluator wrote stands nowhere in clear: not in our tables, not in the engine.
 */
@RealParts
class CanaryTest {
  private static final String COLUMNS =
      """
      select table_schema || '.' || table_name as place, column_name, data_type
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
       where table_schema in ('app', 'camunda', 'quartz') and t.table_type = 'BASE TABLE'
         and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea')
      """;

  @Autowired ApplicationContext parts;

  @Test
  void whatEvaluatorsWriteStandsNowhereInClear() {
    PeerRoom room = new PeerRoom(parts);
    EnrolmentId enrolment = room.enrolment(room.candidate());
    String bea = PeerRoom.mailbox();
    String carl = PeerRoom.mailbox();
    String dora = PeerRoom.mailbox();
    room.name(enrolment, bea, carl);
    room.part(StandingDown.class)
        .decline(room.nominee(enrolment, carl).id(), "canary-decline-7d1f", false);
    room.nameAnother(enrolment, "Dora Lind", dora);
    Nomination first = room.nominee(enrolment, bea);
    room.part(AnsweringEvaluations.class)
        .keep(
            first.id(),
            room.part(AnsweringEvaluations.class).task(first).id(),
            answers("canary-draft-19ab"));
    room.evaluate(first, PeerRoom.answers(2, "canary-incomplete-5c20"));
    room.evaluate(first, answers("canary-first-e84c"));
    room.evaluate(room.nominee(enrolment, dora), answers("canary-second-0b3d"));

    assertThat(places(room, "canary-")).isEmpty();
  }

  /** The search itself must find what is there. */
  @Test
  void theSearchFindsACanaryThatStandsInClear() {
    PeerRoom room = new PeerRoom(parts);
    EnrolmentId enrolment = room.enrolment(room.candidate());
    String seen = "sentinel-" + enrolment;
    Map<String, List<String>> raw = Map.of("evaluator1Name", List.of(seen));
    room.part(org.sonocert.engine.Drafts.class).save("task-" + enrolment, "person", raw);
    assertThat(places(room, seen)).containsExactly("app.task_draft.answers");
  }

  private static Map<String, List<String>> answers(String canary) {
    Map<String, List<String>> raw = PeerRoom.answers("3", canary + " comment");
    raw.put("licenceNumber", List.of("canary-licence-2f"));
    raw.put("ultrasoundBackgroundDetail", List.of(canary + " background"));
    raw.put("conflict", List.of("declared"));
    raw.put("conflictDetail", List.of(canary + " conflict"));
    return raw;
  }

  private static List<String> places(PeerRoom room, String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    room.db
        .sql(COLUMNS)
        .query()
        .listOfRows()
        .forEach(
            column -> {
              String name = column.get("column_name").toString();
              boolean bytes = column.get("data_type").equals("bytea");
              String shown = bytes ? "encode(%s, 'hex')" : "%s::text";
              String sql =
                  "select count(*) from %s where position(? in %s) > 0"
                      .formatted(column.get("place"), shown.formatted('"' + name + '"'));
              if (room.count(sql, bytes ? hex : text) > 0) {
                found.add(column.get("place") + "." + name);
              }
            });
    return found;
  }
}
