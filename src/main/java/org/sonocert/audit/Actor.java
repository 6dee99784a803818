package org.sonocert.audit;

/** Says who acts right now, as a pseudonym; provided by the module that knows the session. */
public interface Actor {

  /** For example {@code account:…}, {@code evaluator:…} or {@code system}; never a name. */
  String pseudonym();
}
