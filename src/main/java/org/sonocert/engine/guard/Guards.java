package org.sonocert.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.sonocert.engine.check.PolicyCheck;

/** Installs the four guards into the settings of an engine that is not built yet. */
public final class Guards {
  private Guards() {}

  /** All four; the steps are the only beans that an expression finds. */
  public static void install(
      ProcessEngineConfigurationImpl settings, Map<?, ?> steps, PolicyCheck check) {
    structure(settings, check);
    scripts(settings);
    expressions(settings, steps);
    queries(settings);
  }

  static void structure(ProcessEngineConfigurationImpl settings, PolicyCheck check) {
    List<BpmnParseListener> listeners = copy(settings.getCustomPreBPMNParseListeners());
    listeners.add(0, new GuardingParseListener(check));
    settings.setCustomPreBPMNParseListeners(listeners);
    DefaultDmnEngineConfiguration tables =
        settings.getDmnEngineConfiguration() == null
            ? (DefaultDmnEngineConfiguration)
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
            : settings.getDmnEngineConfiguration();
    tables.getTransformer().getTransformListeners().add(new GuardingTransformListener(check));
    settings.setDmnEngineConfiguration(tables);
  }

  static void scripts(ProcessEngineConfigurationImpl settings) {
    settings.setScriptEngineResolver(new RefusingScriptEngineResolver());
  }

  static void expressions(ProcessEngineConfigurationImpl settings, Map<?, ?> steps) {
    settings.setExpressionManager(new StepExpressionManager(steps));
    settings.setBeans(Map.of());
  }

  static void queries(ProcessEngineConfigurationImpl settings) {
    settings.setCustomPreCommandInterceptorsTxRequired(
        first(settings.getCustomPreCommandInterceptorsTxRequired()));
    settings.setCustomPreCommandInterceptorsTxRequiresNew(
        first(settings.getCustomPreCommandInterceptorsTxRequiresNew()));
  }

  // Each chain needs its own: an interceptor knows what comes next.
  private static List<CommandInterceptor> first(@Nullable List<CommandInterceptor> others) {
    List<CommandInterceptor> all = copy(others);
    all.add(0, new TaskQueryInterceptor());
    return all;
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? new ArrayList<>() : new ArrayList<>(list);
  }
}
