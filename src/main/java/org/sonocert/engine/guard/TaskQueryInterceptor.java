package org.sonocert.engine.guard;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Guard D: no query carries an expression. The engine checks only the outer query of an "or", so
 * expressions inside reach its evaluator whatever its settings say. Stored filters are refused too:
 * they are queries by another door, and nothing here uses them.
 */
public final class TaskQueryInterceptor extends CommandInterceptor {
  private static final Set<Class<?>> FILTERS = Set.of(CreateFilterCmd.class, SaveFilterCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof AbstractQuery<?, ?> query) {
      refuseExpressions(query);
    }
    if (command instanceof AbstractExecuteFilterCmd || FILTERS.contains(command.getClass())) {
      throw new GuardRefusal("a stored task filter was used");
    }
    return next.execute(command);
  }

  private static void refuseExpressions(AbstractQuery<?, ?> query) {
    refuse(query.getExpressions());
    if (query instanceof TaskQueryImpl tasks) {
      for (TaskQueryImpl part : tasks.getQueries()) {
        refuse(part.getExpressions());
      }
    }
  }

  private static void refuse(Map<String, String> expressions) {
    if (!expressions.isEmpty()) {
      throw new GuardRefusal("a query carries the expressions " + expressions.values());
    }
  }
}
