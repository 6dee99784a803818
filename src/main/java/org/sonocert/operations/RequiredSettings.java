package org.sonocert.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What production cannot do without. The demo needs none of it; the jar without the profile {@code
 * demo} stops with one line that names each missing setting.
 */
public final class RequiredSettings {
  private static final Map<String, String> WITH_STRIPE = new LinkedHashMap<>();
  private static final Map<String, String> ALWAYS = new LinkedHashMap<>();
  private static final Map<String, String> WITH_OWN_DATABASE = new LinkedHashMap<>();

  static {
    WITH_STRIPE.put("SONOCERT_STRIPE_SECRET_KEY", "the secret key of your account at Stripe");
    WITH_STRIPE.put("SONOCERT_STRIPE_WEBHOOK_SECRET", "the secret that signs Stripe's messages");
    ALWAYS.put("SONOCERT_BASE_URL", "the public address, https://…");
    ALWAYS.put("SPRING_MAIL_HOST", "the mail relay");
    ALWAYS.put("SONOCERT_MAIL_FROM", "the sender's address");
    WITH_OWN_DATABASE.put("SPRING_DATASOURCE_USERNAME", "the application's login");
    WITH_OWN_DATABASE.put("SPRING_DATASOURCE_PASSWORD", "its password");
    WITH_OWN_DATABASE.put("SPRING_FLYWAY_USER", "the owner's login, which migrates");
    WITH_OWN_DATABASE.put("SPRING_FLYWAY_PASSWORD", "its password");
  }

  private RequiredSettings() {}

  /** What is missing or wrong, one phrase each; empty when the server may start. */
  public static List<String> missing(Environment settings) {
    List<String> missing = new ArrayList<>();
    if (!text(settings, "SPRING_DATASOURCE_URL").isEmpty()) {
      require(WITH_OWN_DATABASE, settings, missing);
    }
    cards(settings, missing);
    if (settings.acceptsProfiles(Profiles.of("demo"))) {
      return missing;
    }
    require(ALWAYS, settings, missing);
    String base = text(settings, "SONOCERT_BASE_URL");
    boolean proxied = !text(settings, "SONOCERT_TRUSTED_PROXY").isEmpty();
    if (!base.isEmpty() && !base.startsWith("https://") && !proxied) {
      missing.add(
          "SONOCERT_BASE_URL must begin with https:// unless SONOCERT_TRUSTED_PROXY names the proxy that ends TLS");
    }
    return missing;
  }

  private static void cards(Environment settings, List<String> missing) {
    String chosen = text(settings, "SONOCERT_CARDS");
    if (chosen.equals("stripe")) {
      require(WITH_STRIPE, settings, missing);
    } else if (!chosen.isEmpty()) {
      missing.add("SONOCERT_CARDS must be stripe, or not set at all where nobody pays by card");
    }
  }

  private static void require(
      Map<String, String> names, Environment settings, List<String> missing) {
    names.forEach(
        (name, what) -> {
          if (text(settings, name).isEmpty()) {
            missing.add(name + " (" + what + ")");
          }
        });
  }

  private static String text(Environment settings, String name) {
    String relaxed = name.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    String value = settings.getProperty(name);
    if (value == null) {
      value = settings.getProperty(relaxed);
    }
    if (value == null) {
      value =
          settings.getProperty(
              relaxed
                  .replace("base.url", "base-url")
                  .replace("trusted.proxy", "trusted-proxy")
                  .replace("secret.key", "secret-key")
                  .replace("webhook.secret", "webhook-secret"));
    }
    return value == null ? "" : value.strip();
  }
}
