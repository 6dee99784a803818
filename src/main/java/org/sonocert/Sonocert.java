package org.sonocert;

import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.sonocert.operations.RequiredSettings;
import org.sonocert.operations.StartRefused;
import org.sonocert.operations.backup.BackupCommand;
import org.sonocert.policy.CheckPolicyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Sonocert: a certification programme as executable diagrams. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Sonocert {

  /** Runs the server, or the command that the first argument names. */
  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    if (args.length > 0 && args[0].equals("check-policy")) {
      System.exit(
          CheckPolicyCommand.run(Arrays.copyOfRange(args, 1, args.length), System.out, System.err));
    }
    if (args.length > 0 && BackupCommand.NAMES.contains(args[0])) {
      System.exit(BackupCommand.run(args, System.getenv(), System.out, System.err));
    }
    SpringApplication application = new SpringApplication(Sonocert.class);
    application.addListeners(
        (ApplicationListener<ApplicationEnvironmentPreparedEvent>)
            event -> requireSettings(RequiredSettings.missing(event.getEnvironment())));
    try {
      application.run(args);
    } catch (StartRefused told) {
      System.exit(1);
    }
  }

  private static void requireSettings(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new StartRefused("Sonocert cannot start, please set: ", missing);
    }
  }
}
