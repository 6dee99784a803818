package org.sonocert.assessment;

import java.util.List;

/**
 * A clinical scenario as a candidate may see it.
 *
 * @param synthetic whether its media are simulated; the player says so
 * @param authors the people behind the content
 */
public record ClinicalCase(
    String id,
    int version,
    String title,
    String language,
    String summary,
    boolean synthetic,
    List<Author> authors,
    List<Stage> stages,
    List<Item> items) {

  /** One of the people behind the content. */
  public record Author(String name, String role) {}

  /** Whether the case owns a file of that name. */
  public boolean owns(String file) {
    return stages.stream().anyMatch(s -> s.owns(file));
  }
}
