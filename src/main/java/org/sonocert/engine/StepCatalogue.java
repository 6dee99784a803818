package org.sonocert.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sonocert.core.Step;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Everything that a diagram may call, by name. Filled from the methods that carry {@link Step};
 * nothing else of the application is reachable from a diagram.
 */
@Component
public class StepCatalogue {
  private final Map<String, StepInfo> steps = new TreeMap<>();
  private final Map<Object, Object> delegates = new HashMap<>();

  StepCatalogue(ConfigurableListableBeanFactory beans, ReleaseLookup releases) {
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type != null && type.getName().startsWith("org.sonocert")) {
        Class<?> user = ClassUtils.getUserClass(type);
        Arrays.stream(user.getDeclaredMethods())
            .filter(m -> m.isAnnotationPresent(Step.class))
            .forEach(m -> add(m, beans, name, releases));
      }
    }
  }

  private void add(
      Method method, ConfigurableListableBeanFactory beans, String bean, ReleaseLookup releases) {
    StepInfo info = StepInfo.of(method);
    if (steps.put(info.name(), info) != null) {
      throw new IllegalStateException("Two steps are named " + info.name());
    }
    method.setAccessible(true);
    JavaDelegate delegate = new StepDelegate(info, method, () -> beans.getBean(bean), releases);
    delegates.put(info.name(), delegate);
  }

  /** Every step by name, sorted. */
  public Map<String, StepInfo> steps() {
    return Collections.unmodifiableMap(steps);
  }

  Map<Object, Object> delegates() {
    return Collections.unmodifiableMap(delegates);
  }
}
