package org.sonocert.assessment.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sonocert.assessment.Item;
import org.sonocert.assessment.Stage;

/** What must hold for a case before it may be loaded; each problem is one sentence. */
final class CaseCheck {
  private final CaseFile file;
  private final List<String> problems = new ArrayList<>();

  private CaseCheck(CaseFile file) {
    this.file = file;
  }

  static List<String> problems(CaseFile file, List<String> purposes, List<String> outcomes) {
    var check = new CaseCheck(file);
    file.stages().forEach(check::stage);
    check.everyItemOpensOnce();
    for (CaseFile.ItemEntry item : file.items()) {
      check.item(item);
      check.must(purposes.contains(item.purpose()), item.id() + " has an unknown purpose");
      check.must(outcomes.contains(item.outcome()), item.id() + " has an unknown outcome");
    }
    check.must(file.items().stream().anyMatch(CaseFile.ItemEntry::scored), "no item is scored");
    return check.problems;
  }

  private void stage(CaseFile.StageEntry stage) {
    boolean plays = stage.kind() == Stage.Kind.AUDIO || stage.kind() == Stage.Kind.VIDEO;
    boolean table = stage.rows() != null && !stage.rows().isEmpty();
    boolean read = table || !stage.lines().isEmpty();
    String name = "stage " + stage.id();
    must((stage.media() == null) == read, name + " has a medium, or words and values, not both");
    must(!plays || stage.length() > 0, name + " plays but has no length");
    must(!plays || stage.noSound() || stage.captions() != null, name + " speaks without captions");
    must(!plays || stage.noSound() || stage.script() != null, name + " speaks without a script");
    must(read || stage.alt() != null || stage.script() != null, name + " has no alternative");
    double last = 0;
    for (CaseFile.KeyPointEntry point : stage.points()) {
      must(point.understood(), name + " has a key point that is no second and not 'end'");
      double at = point.at() instanceof Number n ? n.doubleValue() : stage.length();
      must(at >= last && at <= stage.length(), name + " has a key point out of order or place");
      must(plays || !(point.at() instanceof Number), name + " does not play: a key point is 'end'");
      last = at;
    }
  }

  private void everyItemOpensOnce() {
    List<String> opened =
        file.stages().stream()
            .flatMap(s -> s.points().stream())
            .flatMap(p -> p.items().stream())
            .toList();
    Set<String> ids = new HashSet<>(file.items().stream().map(CaseFile.ItemEntry::id).toList());
    must(ids.size() == file.items().size(), "two items have one id");
    must(
        opened.size() == ids.size() && ids.equals(Set.copyOf(new HashSet<>(opened))),
        "each item opens at exactly one key point");
  }

  private void item(CaseFile.ItemEntry item) {
    long ids = item.options().stream().map(CaseFile.OptionEntry::id).distinct().count();
    int right = item.key().size();
    must(item.options().size() >= 2, item.id() + " has fewer than two options");
    must(item.options().size() <= 9, item.id() + " has more options than number keys");
    must(ids == item.options().size(), item.id() + " has two options of one id");
    must(right >= 1, item.id() + " has no right option");
    must(item.kind() == Item.Kind.MULTIPLE || right == 1, item.id() + " takes one answer only");
    must(!item.rationale().isBlank(), item.id() + " has no rationale");
  }

  private void must(boolean holds, String otherwise) {
    if (!holds) {
      problems.add(otherwise);
    }
  }
}
