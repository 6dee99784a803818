package org.sonocert.core;

/**
 * The third login of the database: reads what auditors need and writes nothing.
 *
 * @param url where the database listens
 */
public record ReaderLogin(String url, String user, String password) {

  /** Leaves the password out. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
