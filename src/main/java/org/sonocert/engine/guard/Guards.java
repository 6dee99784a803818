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

  /** What of the guards is not in place, one phrase each; the self-check at start asks. */
  public static List<String> missing(ProcessEngineConfigurationImpl settings) {
    List<String> missing = new ArrayList<>();
    require(missing, has(settings.getCustomPreBPMNParseListeners()), "diagrams are not checked");
    require(
        missing,
        settings.getScriptEngineResolver() instanceof RefusingScriptEngineResolver,
        "scripts are not refused");
    require(
        missing,
        settings.getExpressionManager() instanceof StepExpressionManager,
        "expressions reach more than the steps");
    require(
        missing,
        guarded(settings.getCustomPreCommandInterceptorsTxRequired())
            && guarded(settings.getCustomPreCommandInterceptorsTxRequiresNew()),
        "task queries are not checked");
    return missing;
  }

  private static void require(List<String> missing, boolean holds, String otherwise) {
    if (!holds) {
      missing.add("a guard of the engine is missing: " + otherwise);
    }
  }

  private static boolean has(@Nullable List<BpmnParseListener> listeners) {
    return listeners != null && listeners.stream().anyMatch(GuardingParseListener.class::isInstance);
  }

  private static boolean guarded(@Nullable List<CommandInterceptor> interceptors) {
    return interceptors != null
        && interceptors.stream().anyMatch(TaskQueryInterceptor.class::isInstance);
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
