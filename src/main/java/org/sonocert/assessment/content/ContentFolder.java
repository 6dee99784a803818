package org.sonocert.assessment.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The shipped content: {@code content/cases}, {@code content/forms} and {@code content/media}. */
@Component
public class ContentFolder {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private final PathMatchingResourcePatternResolver found =
      new PathMatchingResourcePatternResolver();

  /** A case file with the folder it lies in. */
  record Found<T>(T file, Resource at, byte[] bytes) {}

  List<Found<CaseFile>> cases() {
    return read("classpath*:content/cases/*/case.yaml", CaseFile.class);
  }

  List<Found<FormFile>> forms() {
    return read("classpath*:content/forms/*.yaml", FormFile.class);
  }

  /** The words that items may be tagged with: {@code purposes} or {@code outcomes}. */
  List<String> vocabulary(String part) {
    Map<?, ?> whole = yaml(found.getResource("classpath:content/vocabulary.yaml"));
    return whole.get(part) instanceof List<?> words
        ? words.stream().map(word -> String.valueOf(((Map<?, ?>) word).get("id"))).toList()
        : List.of();
  }

  /** A text that lies beside a case file. */
  static Resource beside(Found<?> file, String name) {
    try {
      return file.at().createRelative(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A medium by its file name; it may not exist. */
  public Resource medium(String name) {
    return found.getResource("classpath:content/media/" + name);
  }

  /** The captions of a case by their file name; they may not exist. */
  public Resource captions(String caseId, String name) {
    return found.getResource("classpath:content/cases/" + caseId + "/" + name);
  }

  /** A file of the sample clip with which candidates check their device. */
  public Resource sample(String name) {
    return found.getResource("classpath:content/sample/" + name);
  }

  static byte[] bytes(Resource resource) {
    try (InputStream in = resource.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> List<Found<T>> read(String pattern, Class<T> type) {
    try {
      List<Found<T>> files = new ArrayList<>();
      Resource[] resources = found.getResources(pattern);
      Arrays.sort(resources, Comparator.comparing(Resource::getDescription));
      for (Resource resource : resources) {
        files.add(new Found<>(convert(resource, type), resource, bytes(resource)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T convert(Resource resource, Class<T> type) {
    try {
      return STRICT.convertValue(yaml(resource), type);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%s: %s", resource.getDescription(), e.getMessage()), e);
    }
  }

  private static Map<?, ?> yaml(Resource resource) {
    try (InputStream in = resource.getInputStream()) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
