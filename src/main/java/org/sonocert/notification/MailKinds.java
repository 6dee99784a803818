package org.sonocert.notification;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** The kinds of mail and their rule for an uncertain delivery: {@code mail/kinds.properties}. */
@Component
class MailKinds {
  private static final String SEND_AGAIN = "send-again";
  private static final String ASK_PERSON = "ask-person";

  private final Properties rules;

  MailKinds() throws IOException {
    rules = PropertiesLoaderUtils.loadProperties(new ClassPathResource("mail/kinds.properties"));
    for (String kind : names()) {
      if (!Set.of(SEND_AGAIN, ASK_PERSON).contains(rules.getProperty(kind))) {
        throw new IllegalStateException("mail/kinds.properties: " + kind + " has no known rule");
      }
    }
  }

  Set<String> names() {
    return rules.stringPropertyNames();
  }

  /** Refuses a kind without a rule, which is a mistake of ours and not of a person. */
  void require(String kind) {
    if (!rules.containsKey(kind)) {
      throw new IllegalArgumentException(
          "Mail kind " + kind + " has no line in mail/kinds.properties");
    }
  }

  /** Kinds of which one more copy does no harm. */
  List<String> sentAgain() {
    return names().stream().filter(k -> SEND_AGAIN.equals(rules.getProperty(k))).sorted().toList();
  }

  boolean sentAgain(String kind) {
    return SEND_AGAIN.equals(rules.getProperty(kind));
  }
}
