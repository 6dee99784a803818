package org.sonocert.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.sonocert.notification.NotDelivered.Fate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server of {@code SPRING_MAIL_HOST}. */
@Component
@Profile("!demo")
class SmtpRelay implements Relay {
  private final ObjectProvider<JavaMailSender> server;
  private final String from;

  SmtpRelay(ObjectProvider<JavaMailSender> server, @Value("${sonocert.mail.from}") String from) {
    this.server = server;
    this.from = from;
  }

  @Override
  public void deliver(Letter letter) throws NotDelivered {
    JavaMailSender sender = server.getIfAvailable();
    if (sender == null) {
      throw new NotDelivered(Fate.LATER, "SPRING_MAIL_HOST is not set", null);
    }
    var message = new WatchedMessage(sender.createMimeMessage().getSession());
    try {
      write(letter, message);
      sender.send(message);
    } catch (MailException e) {
      throw SmtpAnswer.of(e, message.handedOver());
    } catch (MessagingException e) {
      throw new NotDelivered(Fate.REFUSED, "The mail cannot be written", e);
    }
  }

  private void write(Letter letter, MimeMessage message) throws MessagingException {
    var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(letter.to());
    helper.setSubject(letter.subject());
    helper.setText(letter.text(), letter.html());
    helper.setSentDate(Date.from(letter.date()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Message-ID", letter.messageId());
  }
}
