package org.sonocert.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says a refusal at start in one line, where others would print a frame or a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailures implements SpringBootExceptionReporter {

  /** As Spring Boot makes it; the context is null when the settings were refused already. */
  public StartFailures(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof StartRefused || t instanceof DataFolder.DataFolderInUse) {
        System.err.println(t.getMessage());
        return true;
      }
    }
    return false;
  }
}
