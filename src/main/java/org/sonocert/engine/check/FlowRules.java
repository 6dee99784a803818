package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the elements of a diagram must be connected. */
final class FlowRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
  private static final String[] CHOICES = {"exclusiveGateway", "inclusiveGateway"};

  private FlowRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "choice-has-default",
            BPMN,
            "an enrolment for which no answer fits stops with an incident",
            FlowRules::defaults),
        Rule.file(
            "condition-at-choice",
            BPMN,
            "a person goes two ways at once, or none",
            FlowRules::conditions),
        Rule.file(
            "leads-on",
            BPMN,
            "an enrolment ends here without a result, or never comes here",
            FlowRules::ends),
        Rule.file(
                "no-endless-circle",
                BPMN,
                "the server turns in a circle until it runs out of memory",
                (file, report) -> {
                  for (Node node : new Circles(file).found()) {
                    report.at(
                        node,
                        "From '"
                            + node.title()
                            + "' one comes back to it without anybody or any time being waited"
                            + " for.");
                  }
                })
            .inGuard());
  }

  private static void defaults(PolicyFile file, Report report) {
    Ways ways = new Ways(file);
    for (Node choice : file.all(CHOICES)) {
      List<Node> out = ways.outOf(choice);
      if (out.size() < 2) {
        continue;
      }
      String otherwise = choice.value("default", "");
      for (Node flow : out) {
        boolean conditional = flow.child("conditionExpression") != null;
        if (flow.id().equals(otherwise) == conditional) {
          report.at(
              flow,
              "Each way out of '"
                  + choice.title()
                  + "' needs a condition, except the default way.");
        }
      }
      if (out.stream().noneMatch(flow -> flow.id().equals(otherwise))) {
        report.at(choice, "'" + choice.title() + "' needs a default way out.");
      }
    }
  }

  private static void conditions(PolicyFile file, Report report) {
    Ways ways = new Ways(file);
    Set<String> choices = new HashSet<>();
    file.all(CHOICES).stream()
        .filter(choice -> ways.outOf(choice).size() > 1)
        .forEach(choice -> choices.add(choice.id()));
    for (Node flow : file.all("sequenceFlow")) {
      if (flow.child("conditionExpression") != null
          && !choices.contains(flow.value("sourceRef", ""))) {
        report.at(flow, "A condition may stand only on a way out of a gateway that asks.");
      }
    }
  }

  private static void ends(PolicyFile file, Report report) {
    Ways ways = new Ways(file);
    for (Node node : Flow.nodes(file)) {
      String title = "'" + node.title() + "'";
      boolean aside = Flow.isEventSubProcess(node);
      boolean first = aside || node.name().equals("startEvent") || isBoundary(node);
      boolean last = aside || node.name().equals("endEvent");
      if (first != ways.into(node).isEmpty()) {
        report.at(node, first ? "Nothing may lead to " + title : "Nothing leads to " + title + ".");
      }
      if (last != ways.outOf(node).isEmpty() && !isLeftByEvent(file, node)) {
        report.at(
            node,
            last
                ? "Nothing may follow " + title + "."
                : title + " leads nowhere. Draw the way to an end event.");
      }
    }
  }

  private static boolean isBoundary(Node node) {
    return node.name().equals("boundaryEvent");
  }

  /** A sub-process that ends only through an event at its border needs no way out of its own. */
  private static boolean isLeftByEvent(PolicyFile file, Node node) {
    return node.name().equals("subProcess")
        && file.all("boundaryEvent").stream()
            .anyMatch(
                event ->
                    node.id().equals(event.value("attachedToRef"))
                        && !"false".equals(event.value("cancelActivity")));
  }
}
