package org.sonocert.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the guide says in numbers, each read from a diagram or a table of one policy release.
 *
 * @param windowDays days of 24 hours, null while the release has no trunk for the product
 * @param reminders days left at which the candidate is reminded, after the one at half time
 * @param refundDays business days within which the price is back
 * @param waitDays days before one may buy again
 * @param caseMonths how far back attested cases may lie
 * @param validityYears how long a credential is valid
 */
public record Figures(
    @Nullable Long windowDays,
    List<Integer> reminders,
    int refundDays,
    int waitDays,
    int caseMonths,
    int validityYears,
    Peers peers,
    Answers answers,
    Money money) {

  /**
   * The rules of peer evaluation.
   *
   * @param needed how many evaluations count
   * @param mean lowest mean that meets the standard
   * @param tooLow highest rating of image quality that is below the standard whatever the mean,
   *     zero when there is none
   * @param ratedShare per cent of the criteria that must be rated
   * @param open how many invitations may be open
   * @param reminded how often an evaluator is reminded at even distances
   * @param reminderDays the distance
   */
  public record Peers(
      int needed,
      double mean,
      int tooLow,
      int ratedShare,
      int open,
      int reminded,
      int reminderDays) {}

  /**
   * By when people answer, in business days, and how much may be asked for.
   *
   * @param extension days that may be added for a reason
   * @param accommodation days that an accommodation may add
   */
  public record Answers(
      int support, int waiver, int exception, int requests, int extension, int accommodation) {}

  /**
   * What holds for codes and invoices, in days.
   *
   * @param codeReserved how long a reserved code is kept
   * @param codeReturned how long a code that came back can be used at least
   * @param invoice how long an invoice can be paid
   */
  public record Money(int codeReserved, int codeReturned, int invoice) {}
}
