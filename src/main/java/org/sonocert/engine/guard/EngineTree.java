package org.sonocert.engine.guard;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.sonocert.engine.check.Kind;
import org.sonocert.engine.check.Node;

/** The engine's own tree of a diagram, as the rules see it. */
final class EngineTree {
  private static final String XMLNS = "xmlns";

  /** What the engine's parser adds from its schema; a value that says nothing is no word. */
  private static final Map<String, Set<String>> ADDED =
      Map.ofEntries(
          Map.entry("completionQuantity", Set.of("1")),
          Map.entry("eventGatewayType", Set.of("Exclusive")),
          Map.entry("expressionLanguage", Set.of("http://www.w3.org/1999/XPath")),
          Map.entry("gatewayDirection", Set.of("Unspecified")),
          Map.entry("implementation", Set.of("##unspecified", "##WebService")),
          Map.entry("instantiate", Set.of("false")),
          Map.entry("isClosed", Set.of("false")),
          Map.entry("isForCompensation", Set.of("false")),
          Map.entry("mustUnderstand", Set.of("false")),
          Map.entry("parallelMultiple", Set.of("false")),
          Map.entry("processType", Set.of("None")),
          Map.entry("startQuantity", Set.of("1")),
          Map.entry("textFormat", Set.of("text/plain")),
          Map.entry("typeLanguage", Set.of("http://www.w3.org/2001/XMLSchema")));

  private EngineTree() {}

  static Node of(Element root) {
    return node(root, null);
  }

  private static Node node(Element element, @Nullable Node parent) {
    Node node =
        Node.ofElement(
            Kind.BPMN, element.getUri(), element.getTagName(), element.getLine(), parent);
    for (String key : element.attributes()) {
      // The engine keys an attribute as "namespace:name"; a name itself holds no colon.
      int colon = key.lastIndexOf(':');
      String uri = colon < 0 ? "" : key.substring(0, colon);
      String name = key.substring(colon + 1);
      String value = element.attribute(key);
      if (!uri.equals(XMLNS)
          && !key.equals(XMLNS)
          && !ADDED.getOrDefault(name, Set.of()).contains(value)) {
        node.withAttribute(Kind.BPMN, uri, name, value, element.getLine());
      }
    }
    node.text(element.getText());
    element.elements().forEach(child -> node(child, node));
    return node;
  }
}
