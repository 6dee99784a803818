package org.sonocert.engine.guard;

import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.sonocert.engine.check.Kind;
import org.sonocert.engine.check.Node;

/** The engine's own tree of a diagram, as the rules see it. */
final class EngineTree {
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
      node.withAttribute(
          Kind.BPMN, uri, key.substring(colon + 1), element.attribute(key), element.getLine());
    }
    node.text(element.getText());
    element.elements().forEach(child -> node(child, node));
    return node;
  }
}
