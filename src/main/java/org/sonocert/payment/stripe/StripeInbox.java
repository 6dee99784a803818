package org.sonocert.payment.stripe;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.payment.events.ProviderEvents;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes Stripe's messages: keeps each genuine one and answers at once. What it means is worked out
 * afterwards; what nobody signed is refused and leaves nothing behind.
 */
@RestController
@WithStripe
class StripeInbox {
  private static final Logger log = LoggerFactory.getLogger(StripeInbox.class);
  private static final int LARGEST = 256 * 1024;

  private final StripeMessages messages;
  private final ProviderEvents events;

  StripeInbox(StripeMessages messages, ProviderEvents events) {
    this.messages = messages;
    this.events = events;
  }

  @PostMapping("/webhooks/stripe")
  ResponseEntity<String> take(HttpServletRequest request) throws IOException {
    byte[] sent = request.getInputStream().readNBytes(LARGEST + 1);
    if (sent.length > LARGEST) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("too large");
    }
    String body = new String(sent, StandardCharsets.UTF_8);
    String signature = request.getHeader("Stripe-Signature");
    Optional<StripeMessages.Head> head = messages.genuine(body, signature);
    if (head.isEmpty()) {
      log.warn("A message that Stripe did not sign, or not lately, was refused");
      return ResponseEntity.badRequest().body("not signed by the card company");
    }
    String kept = String.valueOf(signature);
    events.keep(head.get().id(), StripeCards.NAME, head.get().type(), kept, body);
    return ResponseEntity.ok("kept");
  }
}
