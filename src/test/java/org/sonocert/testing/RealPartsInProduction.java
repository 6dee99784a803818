package org.sonocert.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product without the profile {@code demo}, as an operator starts it behind a proxy that
 * ends TLS: no demo people, no demo payment, and what only production demands. Mails stay in the
 * outbox, since nobody listens where the relay should be.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "sonocert.base-url=http://localhost",
      "sonocert.trusted-proxy=127.0.0.1",
      "spring.mail.host=127.0.0.1",
      "spring.mail.port=1",
      "sonocert.mail.from=office@sonocert.example"
    })
@ContextConfiguration(initializers = FreshDataFolder.class)
public @interface RealPartsInProduction {}
