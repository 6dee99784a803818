package org.sonocert.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.StartCheck;
import org.sonocert.engine.EngineHealth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At start: the foundations that everything rests on are there, or the server does not start. */
@Component
class SelfCheck implements SmartInitializingSingleton {
  private static final String MAY_CREATE =
      """
      select coalesce(string_agg(what, ', '), '') from (
        select 'is a superuser' as what from pg_roles where rolname = current_user and rolsuper
        union all
        select 'may create schemas' where has_database_privilege(current_database(), 'CREATE')
        union all
        select 'may create tables in ' || nspname from pg_namespace
         where nspname in ('app', 'camunda', 'quartz', 'public')
           and has_schema_privilege(oid, 'CREATE')
        union all
        select 'may change ' || t from unnest(array['app.audit_event', 'app.audit_payload',
            'app.policy_release']) t
         where has_table_privilege(t, 'UPDATE') or has_table_privilege(t, 'DELETE')) found
      """;

  private final JdbcClient db;
  private final EngineHealth engine;
  private final ObjectProvider<StartCheck> others;

  SelfCheck(JdbcClient db, EngineHealth engine, ObjectProvider<StartCheck> others) {
    this.db = db;
    this.engine = engine;
    this.others = others;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> found = findings();
    if (!found.isEmpty()) {
      throw new StartRefused("Sonocert does not start: ", found);
    }
  }

  /** What is wrong, one sentence each. */
  List<String> findings() {
    List<String> found = new ArrayList<>();
    add(found, login(text(MAY_CREATE)));
    add(found, isolation(text("show transaction_isolation")));
    add(
        found,
        index(text("select coalesce(to_regclass('camunda.act_idx_job_duedate')::text, '')")));
    add(found, scripts(new ScriptEngineManager().getEngineFactories()));
    add(found, zone(TimeZone.getDefault().getID()));
    found.addAll(engine.findings());
    others.forEach(check -> found.addAll(check.findings()));
    return found;
  }

  static @Nullable String login(String rights) {
    return rights.isEmpty()
        ? null
        : "the application's database login "
            + rights
            + "; give it rows only, see docs/operations.md";
  }

  static @Nullable String isolation(String level) {
    return level.equals("read committed")
        ? null
        : "the database's isolation level is " + level + ", the engine needs read committed";
  }

  static @Nullable String index(String name) {
    return name.isEmpty() ? "the index act_idx_job_duedate is missing, run the migrations" : null;
  }

  /** FEEL and the engine register their own; guard B refuses those, any other has no place here. */
  static @Nullable String scripts(List<ScriptEngineFactory> engines) {
    return engines.stream()
        .map(e -> e.getClass().getName())
        .filter(name -> !name.startsWith("org.camunda."))
        .findFirst()
        .map(
            name ->
                "the script engine "
                    + name
                    + " is on the class path; diagrams are untrusted, remove it")
        .orElse(null);
  }

  static @Nullable String zone(String id) {
    return id.equals("UTC") || id.equals("Etc/UTC") || id.equals("GMT")
        ? null
        : "the JVM's time zone is " + id + ", start it in UTC";
  }

  private static void add(List<String> found, @Nullable String finding) {
    if (finding != null) {
      found.add(finding);
    }
  }

  private String text(String sql) {
    return db.sql(sql).query(String.class).single();
  }
}
