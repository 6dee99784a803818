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
    try {
      sender.send(message(sender, letter));
    } catch (MailException e) {
      throw SmtpAnswer.of(e);
    } catch (MessagingException e) {
      throw new NotDelivered(Fate.REFUSED, "The mail cannot be written", e);
    }
  }

  private MimeMessage message(JavaMailSender sender, Letter letter) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(letter.to());
    helper.setSubject(letter.subject());
    helper.setText(letter.text(), letter.html());
    helper.setSentDate(Date.from(letter.date()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Message-ID", letter.messageId());
    return message;
  }
}
