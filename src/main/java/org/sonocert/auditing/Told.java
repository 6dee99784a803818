package org.sonocert.auditing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.Recorded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A leaf of the audit trail as an auditor reads it: what changed, without what people typed. Of
 * other values only the names stand here, so that neither a name nor a mailbox is shown.
 *
 * @param changes one line for each change
 * @param whole whether the payload still opens the commitment; false once it was erased
 */
public record Told(
    long number,
    Instant at,
    String actor,
    @Nullable Long release,
    List<String> changes,
    boolean whole) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Values that name nobody: ids of the programme's things, instants, sums, words of ours. */
  private static final Set<String> SHOWN =
      Set.of(
          "release",
          "releaseHash",
          "purchasedAt",
          "windowEndsAt",
          "at",
          "end",
          "kind",
          "form",
          "task",
          "process",
          "node",
          "canceled",
          "instance",
          "decision",
          "rows",
          "definition",
          "outputs",
          "provider",
          "amountCents",
          "currency",
          "granted",
          "dueAt",
          "step",
          "choice",
          "product",
          "number");

  static Told of(Recorded leaf) {
    return new Told(
        leaf.number(),
        leaf.at(),
        leaf.actor(),
        leaf.release(),
        changes(leaf.payload()),
        leaf.matchesCommitment());
  }

  private static List<String> changes(@Nullable String payload) {
    List<String> lines = new ArrayList<>();
    if (payload != null) {
      for (JsonNode change : JSON.readTree(payload).path("changes")) {
        lines.add(line(change));
      }
    }
    return lines;
  }

  private static String line(JsonNode change) {
    List<String> parts = new ArrayList<>();
    change
        .path("data")
        .properties()
        .forEach(
            entry ->
                parts.add(
                    SHOWN.contains(entry.getKey())
                        ? entry.getKey() + " " + words(entry.getValue())
                        : entry.getKey() + " …"));
    String type = change.path("type").asString();
    return parts.isEmpty() ? type : type + ": " + String.join(", ", parts);
  }

  private static String words(JsonNode value) {
    return value.isValueNode() ? value.asString() : value.toString();
  }
}
