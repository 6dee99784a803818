package org.sonocert.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each context a data folder of its own below {@code target}. */
public class FreshDataFolder
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "real-parts").toAbsolutePath());
      Path folder = Files.createTempDirectory(parent, "data-");
      TestPropertyValues.of("sonocert.data=" + folder).applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
