package org.sonocert.engine.guard;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Guard C: expressions see the steps of the catalogue and the variables, and nothing else. */
public final class StepExpressionManager extends JuelExpressionManager {
  private final Map<?, ?> steps;

  /** An expression manager over the given steps by name; the map is copied. */
  public StepExpressionManager(Map<?, ?> steps) {
    this.steps = Map.copyOf(steps);
    // This profile's grammar has no method calls: "${a.b()}" does not even parse.
    setExpressionFactory(new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5));
  }

  @Override
  protected ELResolver createElResolver() {
    return new StepElResolver(steps);
  }

  /** The engine offers its functions here at start; none of them is wanted. */
  @Override
  public void addFunction(String name, Method function) {}
}
