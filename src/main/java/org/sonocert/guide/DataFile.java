package org.sonocert.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the data files behind the public pages; a wrong one stops the start and says which. */
final class DataFile {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final JsonMapper PART =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private DataFile() {}

  /** One file of the class path, nothing in it unknown and nothing missing. */
  static <T> T read(String path, Class<T> type) {
    Resource file = new PathMatchingResourcePatternResolver().getResource("classpath:" + path);
    return convert(file, STRICT, type);
  }

  /** What a type asks for of all files that a pattern names, in the order of their names. */
  static <T> List<T> all(String pattern, Class<T> type) {
    try {
      Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
      Arrays.sort(found, Comparator.comparing(Resource::getDescription));
      return Arrays.stream(found).map(file -> convert(file, PART, type)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T convert(Resource file, JsonMapper mapper, Class<T> type) {
    try (InputStream in = file.getInputStream()) {
      Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return mapper.convertValue(content, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(file.getDescription() + ": " + e.getMessage(), e);
    }
  }
}
