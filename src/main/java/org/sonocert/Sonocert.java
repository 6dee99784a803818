package org.sonocert;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Sonocert: a certification programme as executable diagrams. */
@SpringBootApplication
public class Sonocert {
  public static void main(String[] args) {
    SpringApplication.run(Sonocert.class, args);
  }
}
