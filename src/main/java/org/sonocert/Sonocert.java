package org.sonocert;

import java.util.List;
import java.util.TimeZone;
import org.sonocert.operations.RequiredSettings;
import org.sonocert.operations.StartRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Starts Sonocert: a certification programme as executable diagrams. */
@SpringBootApplication
public class Sonocert {

  /** Runs the server, or the command that the first argument names. */
  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SpringApplication application = new SpringApplication(Sonocert.class);
    application.addListeners(
        (ApplicationListener<ApplicationEnvironmentPreparedEvent>)
            event -> requireSettings(RequiredSettings.missing(event.getEnvironment())));
    try {
      application.run(args);
    } catch (StartRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static void requireSettings(List<String> missing) {
    if (!missing.isEmpty()) {
      throw new StartRefused("Sonocert cannot start, please set: ", missing);
    }
  }
}
