package org.sonocert.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows under which hashed name the front end's build left each asset; {@code @assets} in pages.
 */
@Component("assets")
public class Assets {
  static final String FOLDER = "/assets/";

  private final Map<String, String> urls = new HashMap<>();
  private final Map<String, List<String>> stylesheets = new HashMap<>();

  /** Reads the manifest of the build that is part of this application. */
  public Assets() {
    this(new ClassPathResource("static/assets/manifest.json"));
  }

  Assets(Resource manifest) {
    if (!manifest.exists()) {
      return; // built without a front end, as some tests are: plain names, plain pages
    }
    try (InputStream in = manifest.getInputStream()) {
      JsonNode root = JsonMapper.shared().readTree(in);
      root.properties().forEach(entry -> add(entry.getKey(), entry.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException("the front end's manifest cannot be read", e);
    }
  }

  /**
   * The address of an asset by the name that its author gave it: {@code app.css}, {@code form.js}.
   */
  public String url(String name) {
    return urls.getOrDefault(name, FOLDER + name);
  }

  /** The stylesheets that an island brings along, often none. */
  public List<String> stylesheets(String island) {
    return stylesheets.getOrDefault(island, List.of());
  }

  private void add(String source, JsonNode entry) {
    String file = entry.path("file").asString();
    String name = source.substring(source.lastIndexOf('/') + 1);
    if (!entry.path("isEntry").asBoolean(false)) {
      urls.put(name, FOLDER + file);
      return;
    }
    String island = entry.path("name").asString();
    urls.put(island + ".js", FOLDER + file);
    List<String> sheets = new ArrayList<>();
    entry.path("css").forEach(css -> sheets.add(FOLDER + css.asString()));
    sheets.stream().findFirst().ifPresent(sheet -> urls.put(island + ".css", sheet));
    stylesheets.put(island, List.copyOf(sheets));
  }
}
