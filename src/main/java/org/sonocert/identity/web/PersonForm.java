package org.sonocert.identity.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.identity.PasswordRule;
import org.sonocert.identity.SigningUp.SignUp;
import org.sonocert.notification.MailAddress;

/** Name, address and password as somebody typed them; other fields of a request are not read. */
public final class PersonForm {
  private static final Pattern UNREADABLE =
      Pattern.compile("[\\p{Cntrl}<>\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]");
  private static final int LONGEST_NAME = 100;

  private final String givenName;
  private final String familyName;
  private final String email;
  private final String password;
  private final boolean rules;

  /** Missing fields count as empty. */
  PersonForm(
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable String email,
      @Nullable String password,
      @Nullable String rules) {
    this.givenName = givenName == null ? "" : givenName.strip();
    this.familyName = familyName == null ? "" : familyName.strip();
    this.email = email == null ? "" : email;
    this.password = password == null ? "" : password;
    this.rules = "true".equals(rules);
  }

  static PersonForm empty() {
    return new PersonForm(null, null, null, null, null);
  }

  public String givenName() {
    return givenName;
  }

  public String familyName() {
    return familyName;
  }

  public String email() {
    return email;
  }

  public boolean rules() {
    return rules;
  }

  /** The address, checked. */
  String address() {
    return MailAddress.single(email);
  }

  /** What is wrong, field to message key; without a rule nobody types a password yet. */
  Map<String, String> problems(@Nullable PasswordRule rule, boolean withRules) {
    Map<String, String> problems = new LinkedHashMap<>();
    name("givenName", givenName, problems);
    name("familyName", familyName, problems);
    try {
      MailAddress.single(email);
    } catch (Rejected e) {
      problems.put("email", "identity.email.wrong");
    }
    if (rule != null) {
      rule.refusal(password, email, givenName, familyName)
          .ifPresent(why -> problems.put("password", why));
    }
    if (withRules && !rules) {
      problems.put("rules", "identity.rules.missing");
    }
    return problems;
  }

  SignUp signUp(Locale locale) {
    Locale language =
        locale.getLanguage().equals("es") ? Locale.forLanguageTag("es") : Locale.ENGLISH;
    return new SignUp(MailAddress.single(email), givenName, familyName, language, password);
  }

  /** Signs that turn the direction of what stands beside a name are refused, letters never are. */
  private static void name(String field, String value, Map<String, String> problems) {
    boolean readable = !UNREADABLE.matcher(value).find();
    if (value.isEmpty() || value.length() > LONGEST_NAME || !readable) {
      problems.put(field, "identity." + field + ".wrong");
    }
  }
}
