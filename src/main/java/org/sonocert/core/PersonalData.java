package org.sonocert.core;

import java.util.List;

/**
 * What a module holds about a person, for that person's own export. Each module says it of its own
 * tables, so that nobody has to know them all; nothing in it names a third person.
 */
public interface PersonalData {

  /** The module's tables, in the order in which a reader wants them. */
  List<Part> parts();

  /**
   * One part of the export.
   *
   * @param name key in the file, camelCase
   * @param sql a query with exactly one parameter, the account's id; its columns become the fields
   */
  record Part(String name, String sql) {}

  /** A part of an enrolment's rows: some columns of one table, for all enrolments of the person. */
  static Part ofEnrolments(String name, String columns, String table) {
    return new Part(
        name,
        "select e.product, "
            + columns
            + " from "
            + table
            + " t join enrolment e on e.enrolment_id = t.enrolment_id where e.candidate_id = ?");
  }
}
