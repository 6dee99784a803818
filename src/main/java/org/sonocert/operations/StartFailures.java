package org.sonocert.operations;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Turns refusals at start into a message without a stack trace. */
public final class StartFailures implements FailureAnalyzer {

  @Override
  public @org.jspecify.annotations.Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof StartRefused || t instanceof DataFolder.DataFolderInUse) {
        return new FailureAnalysis(String.valueOf(t.getMessage()), null, t);
      }
    }
    return null;
  }
}
