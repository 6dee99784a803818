package org.sonocert.core;

import java.util.List;

/** Something that has to be right before the server may answer anybody. */
public interface StartCheck {

  /** What is wrong, one sentence each with what to do; empty when the server may start. */
  List<String> findings();
}
