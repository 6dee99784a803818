package org.sonocert.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people behind the content: who wrote, reviewed and edited, as the cases name them, and the
 * panel from a data file. Which case somebody worked on is not said, so that nobody learns what is
 * asked.
 */
@Component
public class PeopleBehind {
  private final List<Contributor> contributors;
  private final List<PanelMember> panel;

  PeopleBehind() {
    this(
        DataFile.all("classpath*:content/cases/*/case.yaml", CaseFile.class),
        DataFile.read("guide/people.yaml", File.class));
  }

  PeopleBehind(List<CaseFile> cases, File file) {
    panel = List.copyOf(file.panel());
    contributors = collect(cases, file.people());
  }

  record File(List<About> people, List<PanelMember> panel) {}

  record About(String name, Said about) {}

  record CaseFile(String area, List<Author> authors) {}

  record Author(String name, String role) {}

  /** A member of the panel. */
  public record PanelMember(String name, Said role, Said about) {}

  /**
   * Somebody who worked on cases.
   *
   * @param roles as the cases say them, for example {@code clinical reviewer}
   * @param areas codes of the areas
   * @param about null when the data file says nothing
   */
  public record Contributor(
      String name, Set<String> roles, Set<String> areas, @Nullable Said about) {}

  /** Everybody named in a case, in the order in which the cases name them. */
  public List<Contributor> contributors() {
    return contributors;
  }

  /** The panel. */
  public List<PanelMember> panel() {
    return panel;
  }

  private static List<Contributor> collect(List<CaseFile> cases, List<About> known) {
    Map<String, Contributor> found = new LinkedHashMap<>();
    for (CaseFile one : cases) {
      for (Author author : one.authors()) {
        Contributor who = found.computeIfAbsent(author.name(), name -> unknown(name, known));
        who.roles().add(author.role());
        who.areas().add(one.area());
      }
    }
    return List.copyOf(new ArrayList<>(found.values()));
  }

  private static Contributor unknown(String name, List<About> known) {
    Said about =
        known.stream()
            .filter(one -> one.name().equals(name))
            .map(About::about)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Contributor(name, new TreeSet<>(), new TreeSet<>(), about);
  }
}
