package org.sonocert.operations;

import java.util.List;

/** The server refuses to start; the message says in one line what to do. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefused(String intro, List<String> reasons) {
    super(intro + String.join("; ", reasons));
  }
}
