package org.sonocert.guide;

import java.util.List;

/**
 * The programme guide as it is read, on a page or on paper.
 *
 * @param language tag of the language in which it is written
 * @param name for a file, without the language
 * @param version which rules its numbers come from
 */
public record Guide(
    String language,
    String name,
    String title,
    String lead,
    String version,
    String contents,
    List<Section> sections) {

  /**
   * A part of the guide.
   *
   * @param id stays the same in every language, so that links to it keep leading there
   */
  public record Section(String id, String title, List<Block> blocks) {}

  /**
   * A paragraph, a list, steps or a table.
   *
   * @param lines the paragraph, or the list's items
   * @param rows of a table, its head first
   */
  public record Block(Kind kind, List<String> lines, List<List<String>> rows) {}

  /** How a block looks. */
  public enum Kind {
    TEXT,
    LIST,
    STEPS,
    TABLE
  }
}
