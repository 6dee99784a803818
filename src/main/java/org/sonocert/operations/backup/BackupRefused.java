package org.sonocert.operations.backup;

/** A backup cannot be made or restored; the message says in one sentence why and what to do. */
public final class BackupRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupRefused(String message) {
    super(message);
  }
}
