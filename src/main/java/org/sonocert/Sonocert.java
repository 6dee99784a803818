package org.sonocert;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Sonocert: a certification programme as executable diagrams. */
@SpringBootApplication
public class Sonocert {

  /** Runs the server, or the command that the first argument names. */
  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SpringApplication.run(Sonocert.class, args);
  }
}
