package org.sonocert.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.Jar;
import org.sonocert.testing.JarDatabase;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;

/**
 * The drill of docs/operations.md on the built jar: a backup while people work, everything lost, a
 * restore into an empty folder, and a server that goes on without sending anything twice.
 */
class BackupDrillIT {
  private static final String EDDA = "edda@walk.example";
  private static final String EGON = "egon@walk.example";

  private final Path scratch = scratch();

  /** What a command ended with and said. */
  private record Said(int code, String text) {}

  @Test
  void aBackupUnderLoadIsRestoredIntoAnEmptyFolderAndTheServerGoesOn() throws Exception {
    Path backup = scratch.resolve("backup");
    Path keys = scratch.resolve("keys-apart");
    Map<String, Long> before;
    String enrolment;
    try (Jar jar = Jar.fresh().with("SONOCERT_LOG_FORMAT", "ecs").start()) {
      Walk walk = new Walk(jar.base(), "Kim");
      walk.signUp().signIn().apply("LNG").fillInApplication().pay();
      walk.nameEvaluators(EDDA, EGON);
      walk.link(EDDA, "/evaluate/");
      enrolment = walk.enrolment();
      holdSomeMail(jar);
      assertThat(taken(jar, backup, keys)).isTrue();
      try (JarDatabase database = new JarDatabase(jar.data())) {
        assertThat(database.number("select count(*) from backup_made where failure is null"))
            .isEqualTo(1);
      }
      assertThat(jar.log().lines().filter(line -> line.startsWith("{"))).isNotEmpty();
      before = facts(jar.data(), enrolment);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    assertThat(keys.resolve("sealed-answers.key")).exists();
    assertThat(keys.resolve("database-passwords")).doesNotExist();
    assertThat(backup.resolve("keys")).doesNotExist();

    try (Jar restored = Jar.fresh()) {
      refusals(restored.data(), backup, keys);
      Instant from = Instant.now();
      Said done = command(restored.data(), "restore", backup.toString(), keys.toString());
      System.out.println("Restored in " + Duration.between(from, Instant.now()) + ": " + done);
      assertThat(done.code()).as(done.text()).isZero();
      restored.start();
      goesOn(restored, enrolment, before);
    }
  }

  /** Somebody signs up and reads pages all the time while the command runs beside the server. */
  private boolean taken(Jar jar, Path backup, Path keys) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    Thread load =
        new Thread(
            () -> {
              for (int i = 0; !stop.get(); i++) {
                new Walk(jar.base(), "Load" + i).signUp().signIn().apply("AAA").describePractice();
              }
            });
    load.start();
    Instant from = Instant.now();
    Said said = command(jar.data(), "backup", backup.toString(), keys.toString());
    System.out.println("Backed up in " + Duration.between(from, Instant.now()) + ": " + said);
    stop.set(true);
    load.join(60_000);
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(jar.log()).doesNotContain("\"level\":\"ERROR\"");
    Said again = command(jar.data(), "backup", backup.toString(), keys.toString());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.text()).contains("is not empty");
    return true;
  }

  /** A mail that is on its way when the backup is taken, and stays so. */
  private static void holdSomeMail(Jar jar) {
    try (JarDatabase database = new JarDatabase(jar.data())) {
      Awaitility.await()
          .until(() -> database.number("select count(*) from outbox where state <> 'SENT'") == 0);
      database.rows(
          "update outbox set state = 'PENDING', next_attempt_at = now() + interval '1 day'"
              + " where kind = 'purchase-confirmed' returning 1");
    }
  }

  private void refusals(Path target, Path backup, Path keys) throws Exception {
    Said noKeys = command(target, "restore", backup.toString());
    assertThat(noKeys.code()).isEqualTo(1);
    assertThat(noKeys.text()).contains("is missing from the backup");
    Path full = Files.createDirectories(scratch.resolve("full"));
    Files.writeString(full.resolve("something"), "of value");
    assertThat(command(full, "restore", backup.toString(), keys.toString()).text())
        .contains("is not empty", "never writes over data");
    Path table = backup.resolve("app.enrolment.copy.gz");
    byte[] right = Files.readAllBytes(table);
    byte[] wrong = right.clone();
    wrong[wrong.length - 9] ^= 1;
    Files.write(table, wrong);
    assertThat(command(target, "restore", backup.toString(), keys.toString()).text())
        .contains("is not as it was written");
    Files.write(table, right);
    assertThat(target).isEmptyDirectory();
  }

  private void goesOn(Jar restored, String enrolment, Map<String, Long> before) {
    try (JarDatabase database = new JarDatabase(restored.data())) {
      assertThat(facts(restored.data(), enrolment)).isEqualTo(before);
      assertThat(
              database.number(
                  "select count(*) from enrolment e where state = 'active' and (select count(*)"
                      + " from act_ru_execution x where x.business_key_ = e.id::text"
                      + " and x.proc_def_key_ = 'clinical-certificate'"
                      + " and x.parent_id_ is null) <> 1"))
          .as("active enrolments without exactly one trunk")
          .isZero();
      assertThat(
              database.number(
                  "select count(*) from (select enrolment_id, max(number) - count(*) as gap"
                      + " from audit_event group by 1) s where gap <> 0"))
          .as("leaves with a gap")
          .isZero();
      assertThat(database.texts("select kind from outbox where state = 'HELD' and ambiguous"))
          .contains("purchase-confirmed");
      assertThat(
              database.number(
                  "select count(*) from outbox where state in ('PENDING','STARTED','AMBIGUOUS')"))
          .isZero();
      assertThat(database.number("select count(*) from restored where held_at is not null"))
          .isEqualTo(1);
      nothingIsResent(database);
      assertThat(database.number("select count(*) from spring_session")).isLessThan(3);
    }
    operatorSeesIt(restored);
    Walk evaluator = new Walk(restored.base(), "Kim");
    evaluator.signIn().apply("LNG");
    assertThat(evaluator.enrolment()).isEqualTo(enrolment);
    evaluator.evaluate(EDDA, "4");
    evaluator.prepareToSit();
  }

  private static void nothingIsResent(JarDatabase database) {
    long delivered = database.number("select count(*) from demo_mail");
    Instant until = Instant.now().plusSeconds(25);
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              assertThat(database.number("select count(*) from demo_mail")).isEqualTo(delivered);
              return Instant.now().isAfter(until);
            });
  }

  private static void operatorSeesIt(Jar restored) {
    PlainBrowser operator = new PlainBrowser(restored.base());
    operator
        .open("/login")
        .send("/login", Map.of("email", "operator1@demo.example", "password", RealParts.PASSWORD));
    operator.open("/ops");
    assertThat(operator.status()).isEqualTo(200);
    assertThat(operator.text())
        .contains("This database came out of a backup", "purchase-confirmed", "may have arrived");
  }

  /** Rows that the load does not touch, so that a backup under load can be compared. */
  private static Map<String, Long> facts(Path data, String enrolment) {
    Map<String, Long> facts = new TreeMap<>();
    try (JarDatabase database = new JarDatabase(data)) {
      for (String table :
          database.texts(
              "select table_name from information_schema.columns where table_schema = 'app'"
                  + " and column_name = 'enrolment_id' and table_name not like 'v\\_%'")) {
        facts.put(
            table,
            database.number(
                "select count(*) from app." + table + " where enrolment_id = ?::uuid", enrolment));
      }
      facts.put(
          "history",
          database.number(
              "select count(*) from act_hi_actinst a join act_hi_procinst p"
                  + " on p.id_ = a.proc_inst_id_ where p.business_key_ = ?",
              enrolment));
      facts.put(
          "jobs",
          database.number(
              "select count(*) from act_ru_job j join act_ru_execution e"
                  + " on e.id_ = j.process_instance_id_ where e.business_key_ = ?",
              enrolment));
    }
    return facts;
  }

  private Said command(Path data, String... words) throws IOException, InterruptedException {
    List<String> line = new java.util.ArrayList<>();
    line.add(
        Path.of(System.getProperty("java.home"), "bin", "java")
            + (File.separatorChar == '\\' ? ".exe" : ""));
    line.addAll(List.of("-Xmx256m", "-jar", System.getProperty("sonocert.jar")));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(k -> k.startsWith("SPRING_") || k.startsWith("SONOCERT_"));
    builder.environment().put("SONOCERT_DATA", data.toString());
    Process process = builder.start();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    process.getInputStream().transferTo(said);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), said.toString(StandardCharsets.UTF_8));
  }

  private static Path scratch() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "drill").toAbsolutePath());
      return Files.createTempDirectory(parent, "backup-");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
