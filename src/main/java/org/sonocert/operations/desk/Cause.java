package org.sonocert.operations.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why a step failed, as far as its exceptions tell: each has words on the page. */
public enum Cause {
  /** The database did not answer, or refused the connection. */
  DATABASE(
      "Connection refused",
      "JdbcConnectionException",
      "SQLTransientConnectionException",
      "CannotCreateTransactionException",
      "DataAccessResourceFailureException",
      "CannotGetJdbcConnectionException",
      "terminating connection"),
  /** The database answered too late. */
  SLOW("QueryTimeoutException", "SocketTimeoutException", "canceling statement"),
  /** Something outside did not answer: card provider, mail relay. */
  OUTSIDE(
      "java.net.ConnectException",
      "UnknownHostException",
      "HttpTimeoutException",
      "ResourceAccessException",
      "RestClientException"),
  /** A rule of the programme refused it. */
  REFUSED("org.sonocert.core.Rejected"),
  /** A diagram, a table or an expression of the release does not fit what it is given. */
  POLICY(
      "DmnEvaluationException",
      "DmnTransformException",
      "FeelException",
      "Unknown property used in expression",
      "Cannot resolve identifier",
      "PropertyNotFoundException",
      "No outgoing sequence flow",
      "org.camunda.bpm.engine.impl.javax.el"),
  /** A rule of the database refused a row. */
  ROW(
      "DataIntegrityViolationException",
      "DuplicateKeyException",
      "UncategorizedSQLException",
      "org.postgresql.util.PSQLException"),
  /** Anything else: most likely a mistake in the program. */
  PROGRAM;

  private final List<String> signs;

  Cause(String... signs) {
    this.signs = List.of(signs);
  }

  /** Reads a message and a stack trace; the first cause that knows a sign of it counts. */
  public static Cause of(String message, String trace) {
    return Stream.of(values())
        .filter(cause -> cause.signs.stream().anyMatch(s -> (message + "\n" + trace).contains(s)))
        .findFirst()
        .orElse(PROGRAM);
  }

  /** Key of its words. */
  public String key() {
    return "ops.cause." + name().toLowerCase(Locale.ROOT);
  }
}
