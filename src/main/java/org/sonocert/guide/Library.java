package org.sonocert.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one can learn from, and who teaches; invented, and the page says so. */
@Component
public class Library {
  private final File file = DataFile.read("guide/library.yaml", File.class);

  record File(List<Material> library, List<Partner> partners) {}

  /** Something to learn from. */
  public record Material(Said title, Said kind, Said about) {}

  /**
   * Somebody who teaches.
   *
   * @param address in a reserved domain, null when there is none
   */
  public record Partner(String name, Said place, Said about, @Nullable String address) {}

  /** Everything to learn from, in the file's order. */
  public List<Material> materials() {
    return file.library();
  }

  /** Everybody who teaches, in the file's order. */
  public List<Partner> partners() {
    return file.partners();
  }
}
