package org.sonocert.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.Enrolment;

/** What a capability adds to the page of an enrolment, for its owner only. */
public interface EnrolmentPanel {

  /** The panel, or null when there is nothing to show for this enrolment now. */
  @Nullable View of(Enrolment enrolment);

  /**
   * A fragment named {@code panel(data)} and what it shows.
   *
   * @param template template that holds the fragment
   * @param order smaller stands higher
   */
  record View(String template, Object data, int order) {}
}
