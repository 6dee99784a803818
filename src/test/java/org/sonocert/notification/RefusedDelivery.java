package org.sonocert.notification;

import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends a posted mail as production does, to a mail server that does not know the mailbox. */
public final class RefusedDelivery {
  private RefusedDelivery() {}

  /** Of the mail with this occurrence; the product's own sender sees none of it. */
  public static void of(String occurrence, String mailbox, ApplicationContext parts)
      throws IOException {
    var clock = new MovableClock();
    parts
        .getBean(JdbcClient.class)
        .sql(
            "update outbox set state = 'PENDING', attempts = 0, next_attempt_at = ?"
                + " where occurrence = ?")
        .params(java.sql.Timestamp.from(clock.now()), occurrence)
        .update();
    try (var server = new RudeServer("RCPT TO:<" + mailbox, "550 5.1.1 no such mailbox")) {
      var smtp = new JavaMailSenderImpl();
      smtp.setHost("127.0.0.1");
      smtp.setPort(server.port());
      var beans = new StaticListableBeanFactory(Map.of("smtp", smtp));
      new SendingMail(
              parts.getBean(OutboxRows.class),
              parts.getBean(Rendering.class),
              new SmtpRelay(beans.getBeanProvider(JavaMailSender.class), "board@sonocert.example"),
              parts.getBean(GivingUp.class),
              clock)
          .drain();
    }
  }
}
