package org.sonocert.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The diagrams, tables and forms that ship with the product. */
final class Policy {
  private Policy() {}

  /** Text by file name. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try {
      var resources = new PathMatchingResourcePatternResolver();
      for (String folder : List.of("bpmn", "forms")) {
        for (Resource file : resources.getResources("classpath*:policy/" + folder + "/*.*")) {
          files.put(
              String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /**
   * A diagram whose jobs are tried again at once. With a cycle of a minute a stock engine lets a
   * job that met another wait that minute, as one that failed; ours has {@code PromptRetries}.
   */
  static String withoutRetryCycles(String diagram) {
    return diagram.replaceAll(
        "<camunda:failedJobRetryTimeCycle>[^<]*</camunda:failedJobRetryTimeCycle>", "");
  }

  /** A diagram as one draws it who does not mind what a click does at once. */
  static String withoutJobsAfterTasks(String diagram) {
    return diagram
        .replace(" camunda:asyncAfter=\"true\"", "")
        .replaceAll("(<bpmn:parallelGateway [^>]*) camunda:asyncBefore=\"true\"", "$1");
  }
}
