package org.sonocert.engine.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agreed prefix of each namespace that a kind of file may use; any other gets a telling one.
 */
final class Namespaces {
  /** Stands before names of a namespace that is not on the list. */
  static final String UNKNOWN = "{unknown}";

  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

  private static final Map<String, String> BPMN =
      Map.of(
          "http://www.omg.org/spec/BPMN/20100524/MODEL",
          "",
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "bpmndi:",
          "http://www.omg.org/spec/DD/20100524/DC",
          "dc:",
          "http://www.omg.org/spec/DD/20100524/DI",
          "di:",
          "http://camunda.org/schema/1.0/bpmn",
          "camunda:",
          MODELER,
          "modeler:",
          XSI,
          "xsi:");
  private static final Map<String, String> DMN =
      Map.of(
          "https://www.omg.org/spec/DMN/20191111/MODEL/",
          "",
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "dmndi:",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "dc:",
          "http://www.omg.org/spec/DMN/20180521/DI/",
          "di:",
          "http://camunda.org/schema/1.0/dmn",
          "camunda:",
          MODELER,
          "modeler:",
          XSI,
          "xsi:");

  private Namespaces() {}

  /** The name of an element: one without a namespace is unknown. */
  static String element(Kind kind, @Nullable String uri, String localName) {
    return prefix(kind, uri == null ? "" : uri) + localName;
  }

  /** The name of an attribute: only one without a namespace belongs to its element. */
  static String attribute(Kind kind, @Nullable String uri, String localName) {
    if (uri == null || uri.isEmpty()) {
      return localName;
    }
    String prefix = prefix(kind, uri);
    // The engine does not take {…MODEL}id for id, so neither does the check.
    return (prefix.isEmpty() ? UNKNOWN : prefix) + localName;
  }

  private static String prefix(Kind kind, String uri) {
    return (kind == Kind.DMN ? DMN : BPMN).getOrDefault(uri, UNKNOWN);
  }
}
