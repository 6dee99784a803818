package org.sonocert.engine.guard;

/** The smallest diagrams and tables that a test needs. */
final class Diagrams {
  /** A task to stop at, so that variables can be looked at. */
  static final String WAIT = "<userTask id='Activity_Wait'/>";

  private Diagrams() {}

  /** A process that runs these activities one after the other. */
  static String process(String id, String activities) {
    var flows = new StringBuilder();
    String last = "StartEvent_Begun";
    int number = 0;
    var ids = java.util.regex.Pattern.compile("id='(Activity_\\w+)'").matcher(activities);
    while (ids.find()) {
      flows.append(flow(number++, last, ids.group(1)));
      last = ids.group(1);
    }
    flows.append(flow(number, last, "EndEvent_Done"));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="%s" isExecutable="true">
            <startEvent id="StartEvent_Begun"/>
            %s
            <endEvent id="EndEvent_Done"/>
            %s
          </process>
        </definitions>
        """
        .formatted(id, activities, flows);
  }

  private static String flow(int number, String source, String target) {
    return "<sequenceFlow id='Flow_%d' sourceRef='%s' targetRef='%s'/>"
        .formatted(number, source, target);
  }

  /** A table of one row whose only outcome is the given cell. */
  static String table(String id, String language, String cell) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
          <decision id="%s" name="d">
            <decisionTable id="t">
              <input id="i"><inputExpression id="e" typeRef="integer"><text>score</text></inputExpression></input>
              <output id="o" name="reason" typeRef="string"/>
              <rule id="r">
                <inputEntry id="c1"><text></text></inputEntry>
                <outputEntry id="c2"%s><text>%s</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
        </definitions>
        """
        .formatted(id, language == null ? "" : " expressionLanguage='" + language + "'", cell);
  }
}
