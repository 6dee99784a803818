package org.sonocert.application;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejection;

/** How a candidate shows the fundamentals: the certificate itself, or what a waiver rests on. */
public record Fundamentals(
    String route,
    @Nullable String certificateNumber,
    @Nullable LocalDate certificateDate,
    @Nullable LocalDate examinationDate,
    @Nullable String examinationReference,
    @Nullable String credentialName,
    @Nullable String credentialNumber,
    @Nullable LocalDate credentialUntil) {

  /** Whether a person has to check it. */
  public boolean waiverAsked() {
    return !route.equals("certificate");
  }

  /** Why it cannot be taken as it stands; only the part of the chosen route is looked at. */
  public Optional<Rejection> incomplete(LocalDate today) {
    return switch (route) {
      case "certificate" -> certificate(today);
      case "waiver-examination" -> examination(today);
      default -> credential(today);
    };
  }

  private Optional<Rejection> certificate(LocalDate today) {
    if (certificateNumber == null || certificateDate == null) {
      return missing("the number and the date of your POCUS Fundamentals Certificate");
    }
    return future(certificateDate, today, "certificate");
  }

  private Optional<Rejection> examination(LocalDate today) {
    if (examinationDate == null || examinationReference == null) {
      return missing("the date of the examination and your number with the examining body");
    }
    return future(examinationDate, today, "examination");
  }

  private Optional<Rejection> credential(LocalDate today) {
    if (credentialName == null || credentialNumber == null || credentialUntil == null) {
      return missing("the credential's name, its number and until when it is valid");
    }
    return credentialUntil.isBefore(today)
        ? refused(
            "credential-over",
            "The credential is no longer valid. A waiver needs one that is valid today.")
        : Optional.empty();
  }

  private static Optional<Rejection> future(LocalDate date, LocalDate today, String of) {
    return date.isAfter(today)
        ? refused("date-ahead", "The date of the " + of + " lies ahead of today. Please check it.")
        : Optional.empty();
  }

  private static Optional<Rejection> missing(String what) {
    return refused("fundamentals-incomplete", "For the route you chose, please give " + what + ".");
  }

  private static Optional<Rejection> refused(String code, String reason) {
    return Optional.of(Rejection.invalid(code, reason));
  }
}
