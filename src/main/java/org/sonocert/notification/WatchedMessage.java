package org.sonocert.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that knows whether it was written to its last byte. */
final class WatchedMessage extends MimeMessage {
  private boolean handedOver;

  WatchedMessage(Session session) {
    super(session);
  }

  @Override
  public void writeTo(OutputStream out, String[] withoutHeaders)
      throws IOException, MessagingException {
    super.writeTo(out, withoutHeaders);
    handedOver = true;
  }

  /** Whether a server may hold the whole of it. */
  boolean handedOver() {
    return handedOver;
  }
}
