package org.sonocert.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.sonocert.testing.stripe.FakeStripe;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product as the demo runs it: embedded PostgreSQL in a fresh data folder (or the server
 * of {@code SPRING_DATASOURCE_URL}), real ports, one context for all tests that carry this mark and
 * nothing else. Beside the demo's cards it has Stripe, or rather its {@link FakeStripe}. A test
 * makes its own people and rows and never asks for an empty table.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "sonocert.demo.password=" + RealParts.PASSWORD,
      "sonocert.demo.year=0",
      "spring.datasource.hikari.connection-init-sql=set synchronous_commit = off"
    })
@ContextConfiguration(initializers = {FreshDataFolder.class, FakeStripe.class})
@ActiveProfiles("demo")
public @interface RealParts {

  /** The password of every demo person in tests. */
  String PASSWORD = "a password for tests only";
}
