package org.sonocert.catalogue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sonocert.engine.Diagram;
import org.sonocert.engine.PolicyRelease;
import org.sonocert.engine.ReleaseView;
import org.springframework.stereotype.Service;

/**
 * The rules of a product in plain text, as the diagrams and tables of a release say them: what a
 * candidate reads before paying and keeps afterwards.
 */
@Service
public class RulesInForce {
  private final ReleaseView releases;
  private final RequiredCases required;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  RulesInForce(ReleaseView releases, RequiredCases required) {
    this.releases = releases;
    this.required = required;
  }

  /** The text, composed once for each release and product, since neither changes. */
  public String text(long release, Product product) {
    return texts.computeIfAbsent(release + " " + product.code(), key -> compose(release, product));
  }

  /** The same, line by line for a page. */
  public List<String> lines(long release, Product product) {
    return text(release, product).lines().toList();
  }

  private String compose(long release, Product product) {
    PolicyRelease policy = releases.release(release);
    StringBuilder text = new StringBuilder();
    line(text, "Rules in force: policy release " + release + ", checksum " + policy.hash());
    line(text, "Product: " + product.name() + " (" + product.code() + ")");
    line(
        text,
        "Window: " + releases.window(release, product.trunk()).toDays() + " days of 24 hours");
    line(text, "");
    line(text, "Cases to attest");
    for (String area : product.areas()) {
      line(text, "- " + required.of(release, area).sentence());
    }
    describe(text, release, product.trunk());
    return text.toString();
  }

  private void describe(StringBuilder text, long release, String process) {
    Diagram diagram = releases.diagram(release, process);
    line(text, "");
    line(text, diagram.name());
    line(text, diagram.documentation());
    diagram.nodes().values().stream()
        .filter(node -> !node.name().isBlank() && !node.documentation().isBlank())
        .forEach(node -> line(text, "- " + node.name() + ": " + node.documentation()));
    for (Diagram.Node node : diagram.nodes().values()) {
      if (node.called() != null) {
        describe(text, release, node.called());
      }
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.strip()).append('\n');
  }
}
