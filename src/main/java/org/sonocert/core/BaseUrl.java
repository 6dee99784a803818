package org.sonocert.core;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach this server, from {@code SONOCERT_BASE_URL}. Without it (the demo) it is the
 * port that this process listens on.
 */
@Component
public class BaseUrl {
  private final Environment environment;

  public BaseUrl(Environment environment) {
    this.environment = environment;
  }

  /** The address of a path that begins with a slash. */
  public String of(String path) {
    return root() + path;
  }

  /** Whether people come over https, which decides cookies and headers. */
  public boolean secure() {
    return root().startsWith("https://");
  }

  private String root() {
    String set = environment.getProperty("sonocert.base-url", "").strip();
    if (!set.isEmpty()) {
      return set.endsWith("/") ? set.substring(0, set.length() - 1) : set;
    }
    String listening = environment.getProperty("local.server.port");
    String port = listening != null ? listening : environment.getProperty("server.port", "8080");
    return "http://localhost:" + port;
  }
}
