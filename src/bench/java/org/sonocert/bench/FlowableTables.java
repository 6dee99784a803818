package org.sonocert.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Says a decision table in Flowable's expressions: it knows no unary tests of FEEL. */
final class FlowableTables {
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

  private FlowableTables() {}

  static String translate(String dmn) {
    Document table = Xml.read(dmn);
    Xml.all(table, "DMNDI").forEach(Xml::remove);
    Xml.all(table, "*").forEach(element -> Xml.take(element, CAMUNDA));
    List<String> inputs =
        Xml.all(table, "inputExpression").stream().map(e -> e.getTextContent().strip()).toList();
    Xml.all(table, "inputExpression").forEach(FlowableTables::type);
    Xml.all(table, "output").forEach(FlowableTables::type);
    for (Element rule : Xml.all(table, "rule")) {
      List<Element> tests =
          Xml.children(rule).stream().filter(e -> e.getLocalName().equals("inputEntry")).toList();
      for (int i = 0; i < tests.size(); i++) {
        Element text = Xml.children(tests.get(i)).get(0);
        text.setTextContent(test(inputs.get(i), text.getTextContent().strip()));
      }
    }
    return Xml.write(table);
  }

  private static void type(Element element) {
    String type = element.getAttribute("typeRef");
    if (type.equals("double") || type.equals("integer")) {
      element.setAttribute("typeRef", "number");
    }
  }

  private static String test(String input, String test) {
    if (test.isEmpty()) {
      return "-";
    }
    return "${"
        + Stream.of(test.split(","))
            .map(one -> "(" + condition(input, one.strip()) + ")")
            .collect(Collectors.joining(" || "))
        + "}";
  }

  private static String condition(String input, String test) {
    if (test.startsWith("[")) {
      String[] ends = test.substring(1, test.length() - 1).split("\\.\\.");
      return input + " >= " + ends[0] + " && " + input + " <= " + ends[1];
    }
    if (test.startsWith("not(")) {
      return input + " != " + test.substring(4, test.length() - 1);
    }
    return input + (test.startsWith("<") || test.startsWith(">") ? " " : " == ") + test;
  }
}
