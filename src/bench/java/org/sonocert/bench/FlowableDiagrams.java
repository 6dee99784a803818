package org.sonocert.bench;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Says a diagram in Flowable's attributes. What Flowable has no word for goes: input and output
 * mappings of tasks (a table's answers become variables by themselves), retry cycles, version tags.
 */
final class FlowableDiagrams {
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String FLOWABLE = "http://flowable.org/bpmn";
  private static final Map<String, String> SAME =
      Map.of(
          "candidateGroups", "candidateGroups",
          "delegateExpression", "delegateExpression",
          "dueDate", "dueDate",
          "formRef", "formKey",
          "asyncBefore", "async",
          "asyncAfter", "asyncLeave");

  private FlowableDiagrams() {}

  static String translate(String bpmn) {
    Document diagram = Xml.read(bpmn);
    Xml.all(diagram, "BPMNDiagram").forEach(Xml::remove);
    Xml.all(diagram, "extensionElements").forEach(FlowableDiagrams::extensions);
    for (Element element : Xml.all(diagram, "*")) {
      attributes(element, Xml.take(element, CAMUNDA));
    }
    return Xml.write(diagram);
  }

  private static void attributes(Element element, List<Attr> camunda) {
    for (Attr attribute : camunda) {
      String same = SAME.get(attribute.getLocalName());
      if (same != null) {
        set(element, same, attribute.getValue());
      } else if (attribute.getLocalName().equals("calledElementBinding")) {
        set(element, "sameDeployment", "true");
        set(element, "inheritBusinessKey", "true");
      } else if (attribute.getLocalName().equals("decisionRef")) {
        decision(element, attribute.getValue());
      }
    }
  }

  private static void set(Element element, String name, String value) {
    element.setAttributeNS(FLOWABLE, "flowable:" + name, value);
  }

  /** Flowable asks its tables by a service task. */
  private static void decision(Element rule, String table) {
    Document diagram = rule.getOwnerDocument();
    Element task = (Element) diagram.renameNode(rule, rule.getNamespaceURI(), "bpmn:serviceTask");
    set(task, "type", "dmn");
    Element extensions = diagram.createElementNS(task.getNamespaceURI(), "bpmn:extensionElements");
    Element field = diagram.createElementNS(FLOWABLE, "flowable:field");
    field.setAttribute("name", "decisionTableReferenceKey");
    Element key = diagram.createElementNS(FLOWABLE, "flowable:string");
    key.setTextContent(table);
    field.appendChild(key);
    extensions.appendChild(field);
    task.insertBefore(
        extensions,
        Xml.children(task).stream()
            .filter(child -> !child.getLocalName().equals("documentation"))
            .findFirst()
            .orElseThrow());
  }

  private static void extensions(Element extensions) {
    for (Element child : Xml.children(extensions)) {
      boolean mapping = child.getLocalName().equals("in") || child.getLocalName().equals("out");
      if (mapping && child.hasAttribute("source")) {
        Element same =
            extensions
                .getOwnerDocument()
                .createElementNS(FLOWABLE, "flowable:" + child.getLocalName());
        same.setAttribute("source", child.getAttribute("source"));
        same.setAttribute("target", child.getAttribute("target"));
        extensions.insertBefore(same, child);
      }
      Xml.remove(child);
    }
    if (Xml.children(extensions).isEmpty()) {
      Xml.remove(extensions);
    }
  }
}
