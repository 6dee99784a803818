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
}
