package org.sonocert.policy;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sonocert.core.Gives;
import org.sonocert.core.Step;
import org.sonocert.engine.check.StepNames;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Finds the steps by reading class files: no class is loaded, no bean and no engine started. */
public final class StepScan implements StepNames {
  private static final String CLASSES = "classpath*:%s/**/*.class";

  private final Map<String, StepInfo> steps = new TreeMap<>();
  private final Set<String> given = new TreeSet<>();

  /** The steps of the whole program. */
  public StepScan() {
    this("org/sonocert");
  }

  StepScan(String folder) {
    try {
      scan(folder);
    } catch (IOException e) {
      throw new IllegalStateException("the program's own classes cannot be read", e);
    }
  }

  @Override
  public Map<String, StepInfo> steps() {
    return Collections.unmodifiableMap(steps);
  }

  @Override
  public Set<String> given() {
    return Collections.unmodifiableSet(given);
  }

  private void scan(String folder) throws IOException {
    MetadataReaderFactory readers = new CachingMetadataReaderFactory();
    for (Resource resource :
        new PathMatchingResourcePatternResolver().getResources(String.format(CLASSES, folder))) {
      AnnotationMetadata type = readers.getMetadataReader(resource).getAnnotationMetadata();
      for (MethodMetadata method : type.getAnnotatedMethods(Step.class.getName())) {
        steps.put(method.getMethodName(), info(method.getAnnotations().get(Step.class)));
      }
      MergedAnnotation<Gives> gives = type.getAnnotations().get(Gives.class);
      if (gives.isPresent()) {
        given.addAll(Set.of(gives.getStringArray(MergedAnnotation.VALUE)));
      }
    }
  }

  private static StepInfo info(MergedAnnotation<Step> step) {
    return new StepInfo(
        Set.of(step.getStringArray("reads")), Set.of(step.getStringArray("writes")));
  }
}
