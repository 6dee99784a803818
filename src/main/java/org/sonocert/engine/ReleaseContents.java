package org.sonocert.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * What stands in a release: definition ids, diagrams, forms. Immutable, so each is looked up once.
 */
@Component
class ReleaseContents {
  private final RepositoryService repository;
  private final ReleaseLookup releases;
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final Map<Long, Set<String>> processes = new ConcurrentHashMap<>();
  private final Map<String, Diagram> diagrams = new ConcurrentHashMap<>();
  private final Map<String, FormSchema> forms = new ConcurrentHashMap<>();

  ReleaseContents(RepositoryService repository, ReleaseLookup releases) {
    this.repository = repository;
    this.releases = releases;
  }

  String processId(long release, String process) {
    return ids.computeIfAbsent(
        release + " process " + process,
        k ->
            repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment(release))
                .processDefinitionKey(process)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> missing(release, process))
                .getId());
  }

  /** Ids of all processes of the release. */
  Set<String> processes(long release) {
    return processes.computeIfAbsent(
        release,
        number ->
            repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment(number))
                .list()
                .stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toUnmodifiableSet()));
  }

  String decisionId(long release, String decision) {
    return ids.computeIfAbsent(
        release + " decision " + decision,
        k ->
            repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment(release))
                .decisionDefinitionKey(decision)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> missing(release, decision))
                .getId());
  }

  Diagram diagram(String definitionId) {
    return diagrams.computeIfAbsent(
        definitionId, id -> DiagramReader.read(id, repository.getBpmnModelInstance(id)));
  }

  FormSchema form(long release, String formId) {
    return forms.computeIfAbsent(
        release + " " + formId,
        k -> FormSchema.parse(resource(release, "forms/" + formId + ".form")));
  }

  byte[] resource(long release, String name) {
    try (InputStream in = repository.getResourceAsStream(deployment(release), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String deployment(long release) {
    return releases.byNumber(release).deploymentId();
  }

  private static NoSuchElementException missing(long release, String what) {
    return new NoSuchElementException("Policy release " + release + " holds no " + what);
  }
}
