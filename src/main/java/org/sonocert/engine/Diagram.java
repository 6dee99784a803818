package org.sonocert.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What pages show of a diagram.
 *
 * @param definitionId the engine's id of this version
 * @param process process id, equal to the file's name
 * @param documentation why the process is there
 * @param nodes flow nodes by id, in the order of the file
 * @param window literal of the window's timer, null when the diagram has none
 * @param beside whether it runs beside the way to the certificate, so that its tasks are nobody's
 *     turn there; the diagram itself says so
 */
public record Diagram(
    String definitionId,
    String process,
    String name,
    String documentation,
    Map<String, Node> nodes,
    @Nullable String window,
    boolean beside) {

  /**
   * One flow node.
   *
   * @param type BPMN element name, for example {@code userTask}
   * @param form id of the task form, null when it has none
   * @param called process id of a call activity, null otherwise
   * @param group literal group or expression of a user task
   * @param timer duration or repetition of a timer as the file has it, for example {@code P90D} or
   *     {@code R3/P7D}; null when it has none or an expression computes it
   * @param next ids of the nodes that its outgoing flows lead to
   */
  public record Node(
      String id,
      String name,
      String type,
      String documentation,
      @Nullable String form,
      @Nullable String called,
      @Nullable String group,
      @Nullable String timer,
      List<String> next) {}
}
