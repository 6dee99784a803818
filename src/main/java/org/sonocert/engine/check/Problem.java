package org.sonocert.engine.check;

/** What the reader met before there was anything to apply the other rules to. */
record Problem(Sort sort, int line, String detail) {
  enum Sort {
    UNREADABLE,
    DTD,
    TOO_BIG,
    COMMENT,
    INSTRUCTION
  }
}
