package org.sonocert.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Releases as pages and capabilities read them. */
@Component
class ReleaseReader implements ReleaseView {
  private final ReleaseLookup releases;
  private final ReleaseContents contents;

  ReleaseReader(ReleaseLookup releases, ReleaseContents contents) {
    this.releases = releases;
    this.contents = contents;
  }

  @Override
  public PolicyRelease inForce(Instant at) {
    return releases.inForce(at);
  }

  @Override
  public PolicyRelease release(long number) {
    return releases.byNumber(number);
  }

  @Override
  public List<PolicyRelease> all() {
    return releases.all();
  }

  @Override
  public Duration window(long release, String trunk) {
    String literal = diagram(release, trunk).window();
    if (literal == null) {
      throw new IllegalStateException("The trunk " + trunk + " has no window");
    }
    return UtcDurations.parse(literal);
  }

  @Override
  public Diagram diagram(long release, String process) {
    return contents.diagram(contents.processId(release, process));
  }

  @Override
  public long holding(String process, long own, Instant at) {
    return contents.processes(own).contains(process) ? own : releases.inForce(at).number();
  }

  @Override
  public Set<String> beside(long release) {
    return contents.processes(release).stream()
        .filter(process -> diagram(release, process).beside())
        .collect(Collectors.toUnmodifiableSet());
  }
}
