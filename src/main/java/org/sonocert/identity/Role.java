package org.sonocert.identity;

import java.util.Locale;

/** The fixed roles. An evaluator has none: they come by a mailed link and have no account. */
public enum Role {
  CANDIDATE,
  REVIEWER,
  LEAD_REVIEWER,
  CONTENT_EDITOR,
  PROGRAMME_MANAGER,
  PRIVACY_OFFICER,
  PANEL_MEMBER,
  AUDITOR,
  OPERATOR,
  ADMINISTRATOR;

  /** The fixed id, kebab-case; also the group that diagrams name. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@link #id()}. */
  public static Role of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether the role belongs to the programme's own people. */
  public boolean staff() {
    return this != CANDIDATE;
  }
}
