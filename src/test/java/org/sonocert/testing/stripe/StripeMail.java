package org.sonocert.testing.stripe;

import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Messages of the card company, and of people who pretend to be it. */
public final class StripeMail {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI door;

  /** Delivers to the product on that port. */
  public StripeMail(int port) {
    this.door = URI.create("http://localhost:" + port + "/webhooks/stripe");
  }

  /** A message that can be delivered any number of times. */
  public record Message(String id, String body) {}

  /** A message about an object of its books. */
  public static Message about(String type, Map<String, Object> object) {
    String id = "evt_" + UUID.randomUUID();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id);
    event.put("object", "event");
    event.put("type", type);
    event.put("created", 1);
    event.put("data", Map.of("object", object));
    return new Message(id, JSON.writeValueAsString(event));
  }

  /** Tells that a session was paid. */
  public static Message sessionPaid(TheirBooks.Session session) {
    return about(
        "checkout.session.completed",
        Map.of(
            "object", "checkout.session",
            "id", session.id,
            "client_reference_id", session.intent,
            "payment_intent", session.payment));
  }

  /** Tells something of a payment. */
  public static Message ofPayment(String type, String payment) {
    return about(type, Map.of("object", "payment_intent", "id", payment));
  }

  /** Tells something of a charge. */
  public static Message ofCharge(String type, String payment) {
    return about(type, Map.of("object", "charge", "id", "ch_x", "payment_intent", payment));
  }

  /** Tells something of the dispute of a payment. */
  public static Message ofDispute(String type, String payment) {
    return about(
        type, Map.of("object", "dispute", "id", "dp_" + payment, "payment_intent", payment));
  }

  /** Delivers with a fresh signature; the status of the answer. */
  public int deliver(Message message) {
    return send(message.body(), signature(message.body(), FakeStripe.SIGNING, Instant.now()));
  }

  /** Sends a body with any signature, or none; the status of the answer. */
  public int send(String body, String signature) {
    return answer(body, signature).statusCode();
  }

  /** The same with the whole answer. */
  public HttpResponse<String> answer(String body, String signature) {
    var request =
        HttpRequest.newBuilder(door)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (signature != null) {
      request.header("Stripe-Signature", signature);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A signature as the company makes it. */
  public static String signature(String body, String secret, Instant at) {
    try {
      return Webhook.Signature.generateSignatureHeader(body, secret, at.getEpochSecond());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
