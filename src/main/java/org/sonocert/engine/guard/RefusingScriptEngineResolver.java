package org.sonocert.engine.guard;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Guard B: whatever asks for a script engine, in whatever language, is refused. */
public final class RefusingScriptEngineResolver implements ScriptEngineResolver {

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    throw new GuardRefusal("a script in the language '" + language + "' was asked for");
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw new GuardRefusal("the list of script engines was asked for");
  }

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw new GuardRefusal("a script engine was to be added");
  }
}
