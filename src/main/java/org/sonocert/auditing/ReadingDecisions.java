package org.sonocert.auditing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sonocert.audit.Recorded;
import org.sonocert.auditing.Dossier.Decided;
import org.sonocert.engine.DecisionView;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the decisions in the leaves of an enrolment, where each stands with row and result. */
@Component
class ReadingDecisions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DecisionView decisions;

  ReadingDecisions(DecisionView decisions) {
    this.decisions = decisions;
  }

  /** All of them, oldest first; those whose leaf was erased are gone. */
  List<Decided> in(List<Recorded> leaves) {
    List<Decided> found = new ArrayList<>();
    for (Recorded leaf : leaves) {
      if (leaf.payload() != null) {
        for (JsonNode change : JSON.readTree(leaf.payload()).path("changes")) {
          JsonNode data = change.path("data");
          if (data.has("decision") && data.has("definition")) {
            found.add(decided(leaf, data));
          }
        }
      }
    }
    return found;
  }

  private Decided decided(Recorded leaf, JsonNode data) {
    return new Decided(
        data.path("decision").asString(),
        decisions.release(data.path("definition").asString()),
        leaf.at(),
        data.path("rows").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")),
        data.path("outputs").properties().stream()
            .map(out -> out.getKey() + ": " + out.getValue().asString())
            .toList());
  }
}
