package org.sonocert.policy;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sonocert.core.Step;
import org.sonocert.engine.check.StepNames;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Finds the steps by reading class files: no class is loaded, no bean and no engine started. */
public final class StepScan implements StepNames {
  private static final String CLASSES = "classpath*:%s/**/*.class";

  private final Map<String, StepInfo> steps;

  /** The steps of the whole program. */
  public StepScan() {
    this("org/sonocert");
  }

  StepScan(String folder) {
    try {
      steps = Map.copyOf(scan(folder));
    } catch (IOException e) {
      throw new IllegalStateException("the program's own classes cannot be read", e);
    }
  }

  @Override
  public Map<String, StepInfo> steps() {
    return steps;
  }

  private static Map<String, StepInfo> scan(String folder) throws IOException {
    Map<String, StepInfo> found = new TreeMap<>();
    MetadataReaderFactory readers = new CachingMetadataReaderFactory();
    for (Resource resource :
        new PathMatchingResourcePatternResolver().getResources(String.format(CLASSES, folder))) {
      for (MethodMetadata method :
          readers
              .getMetadataReader(resource)
              .getAnnotationMetadata()
              .getAnnotatedMethods(Step.class.getName())) {
        found.put(method.getMethodName(), info(method.getAnnotations().get(Step.class)));
      }
    }
    return found;
  }

  private static StepInfo info(MergedAnnotation<Step> step) {
    return new StepInfo(
        Set.of(step.getStringArray("reads")), Set.of(step.getStringArray("writes")));
  }
}
