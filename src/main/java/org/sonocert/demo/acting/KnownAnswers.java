package org.sonocert.demo.acting;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The keys of the shipped demo cases, read from their files, so that an actor can pass or fail. */
@Component
@Profile("demo")
class KnownAnswers {
  private static final String FILES = "classpath*:content/cases/*/case.yaml";

  private final Map<String, List<String>> right = new HashMap<>();

  KnownAnswers() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
      try (InputStream content = file.getInputStream()) {
        Map<String, List<Map<String, Object>>> read = yaml.load(content);
        read.getOrDefault("items", List.of()).forEach(this::keep);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void keep(Map<String, Object> item) {
    List<Map<String, Object>> options =
        (List<Map<String, Object>>) item.getOrDefault("options", List.of());
    right.put(
        String.valueOf(item.get("id")),
        options.stream()
            .filter(option -> Boolean.TRUE.equals(option.get("correct")))
            .map(option -> String.valueOf(option.get("id")))
            .toList());
  }

  /** The right options of an item of the demo's cases. */
  List<String> of(String item) {
    return right.getOrDefault(item, List.of("a"));
  }
}
