package org.sonocert.engine.check;

import java.util.List;
import java.util.Set;

/**
 * Why a word outside the vocabulary is refused. The vocabulary decides; this only sorts what it
 * refuses, so that the message can say what to do instead.
 *
 * @param attributes names that belong here, on whatever element
 * @param elements names that belong here
 */
record Forbidden(
    String id, Set<String> elements, Set<String> attributes, String breaks, String message) {

  /** The sorts; what fits none is in {@code unknown-element} or {@code unknown-attribute}. */
  static final List<Forbidden> SORTS =
      List.of(
          new Forbidden(
              "no-script",
              Set.of("scriptTask", "script", "camunda:script"),
              Set.of("language", "camunda:resource", "scriptFormat", "camunda:resultVariable"),
              "the script runs on the server with all its rights",
              "Scripts may not run here. Use a step of the catalogue or a decision table instead."),
          new Forbidden(
              "no-java-class",
              Set.of(),
              Set.of(
                  "camunda:class",
                  "camunda:variableMappingClass",
                  "camunda:variableMappingDelegateExpression",
                  "camunda:formHandlerClass"),
              "any class of the program could be started",
              "A Java class may not be named. Choose a step of the catalogue instead."),
          new Forbidden(
              "no-task-type",
              Set.of("sendTask", "receiveTask", "task", "manualTask"),
              Set.of("camunda:type", "camunda:topic", "camunda:taskPriority"),
              "shell commands, mails and outside workers would run past every check",
              "Only user, service, decision and call activities are run here. Choose one of them."),
          new Forbidden(
              "no-expression-task",
              Set.of("camunda:expression"),
              Set.of("camunda:expression"),
              "the expression is evaluated with the program's rights",
              "A service task may not hold an expression. Choose a step of the catalogue instead."),
          new Forbidden(
              "no-listener",
              Set.of("camunda:executionListener", "camunda:taskListener", "camunda:eventListener"),
              Set.of("camunda:event", "camunda:delegateExpression"),
              "hidden work runs that nobody sees in the drawing",
              "Hidden listeners may not be used. Draw a step where something has to happen."),
          new Forbidden(
              "no-field-injection",
              Set.of("camunda:field", "camunda:string"),
              Set.of("camunda:stringValue"),
              "values are written into program objects that all enrolments share",
              "Values may not be injected into the program. Give a step its data by variables."),
          new Forbidden(
              "no-connector",
              Set.of("camunda:connector", "camunda:connectorId"),
              Set.of(),
              "the server calls any address on the network",
              "Connectors may not be used. Choose a step of the catalogue instead."),
          new Forbidden(
              "no-embedded-form",
              Set.of("camunda:formData", "camunda:formField", "camunda:formProperty"),
              Set.of("camunda:formKey", "camunda:formFieldId"),
              "the page could come from anywhere and the answers would land in the engine",
              "The form must be a form file of this release. Remove this and name the form."),
          new Forbidden(
              "no-named-person",
              Set.of("humanPerformer", "performer", "potentialOwner", "resourceRole"),
              Set.of("camunda:assignee", "camunda:candidateUsers", "camunda:initiator"),
              "work waits for one person who may be away, ill, or not allowed to do it",
              "A task may not be given to a person by name. Name a group instead."),
          new Forbidden(
              "no-broadcast",
              Set.of("signal", "signalEventDefinition"),
              Set.of("signalRef"),
              "one signal moves the enrolments of all candidates at once",
              "Signals reach every enrolment at once. Use a message, which reaches just one."),
          new Forbidden(
              "no-undoing",
              Set.of(
                  "compensateEventDefinition",
                  "cancelEventDefinition",
                  "transaction",
                  "errorEventDefinition",
                  "error"),
              Set.of("isForCompensation", "camunda:errorCodeVariable"),
              "decisions already recorded would be undone behind the record's back",
              "Nothing that happened is undone or thrown as an error. Draw the way on instead."),
          new Forbidden(
              "no-repetition",
              Set.of("multiInstanceLoopCharacteristics", "standardLoopCharacteristics"),
              Set.of("camunda:collection", "camunda:elementVariable"),
              "one mistake starts thousands of copies of the task",
              "A task may not be repeated by a marker. Draw the repetition."),
          new Forbidden(
              "no-version-choice",
              Set.of(),
              Set.of(
                  "camunda:calledElementVersion",
                  "camunda:calledElementVersionTag",
                  "camunda:calledElementTenantId",
                  "camunda:decisionRefVersion",
                  "camunda:decisionRefVersionTag",
                  "camunda:decisionRefTenantId",
                  "camunda:formRefVersion"),
              "candidates are judged by other rules than those they bought",
              "No version may be chosen. All parts of a release belong together."),
          new Forbidden(
              "no-bulk-copy",
              Set.of(),
              Set.of("variables", "local", "sourceExpression"),
              "everything known in one process spreads into another",
              "Name each value that is handed over; 'all' and expressions are not allowed."),
          new Forbidden(
              "decision-table-only",
              Set.of(
                  "literalExpression",
                  "businessKnowledgeModel",
                  "knowledgeRequirement",
                  "encapsulatedLogic",
                  "functionDefinition",
                  "invocation",
                  "context",
                  "contextEntry",
                  "relation",
                  "list",
                  "import",
                  "itemDefinition"),
              Set.of("aggregation"),
              "the decision is a program that nobody can read as a table",
              "A decision must be one plain table of rows. Replace this by rows."),
          new Forbidden(
              "form-remote",
              Set.of("dataSource"),
              Set.of("valuesExpression", "valuesKey", "source", "url", "endpointKey", "content"),
              "the person's browser loads from, or tells, some other server",
              "The form may not load anything from elsewhere. Write it into the form."));
}
