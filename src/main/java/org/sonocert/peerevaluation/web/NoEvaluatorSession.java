package org.sonocert.peerevaluation.web;

/** Nobody has opened this form with a code in this browser, or too long ago. */
final class NoEvaluatorSession extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoEvaluatorSession() {
    super("no evaluator session");
  }
}
