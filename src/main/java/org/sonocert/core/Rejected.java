package org.sonocert.core;

/** Carries a {@link Rejection} out of a transaction, which is rolled back whole. */
public class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public Rejected(Rejection rejection) {
    super(rejection.code() + ": " + rejection.reason());
    this.rejection = rejection;
  }

  /** Why it was refused. */
  public Rejection rejection() {
    return rejection;
  }
}
