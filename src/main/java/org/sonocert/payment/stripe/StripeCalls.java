package org.sonocert.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Calls Stripe with our key. What fails on its side is told as such and can be tried again. */
@Component
@WithStripe
class StripeCalls {
  private static final int CONNECT_MS = 5_000;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;

  private final V1Services services;

  StripeCalls(
      @Value("${sonocert.stripe.secret-key}") String secretKey,
      @Value("${sonocert.stripe.api-base:}") String apiBase,
      @Value("${sonocert.stripe.read-timeout-ms:20000}") int readTimeout) {
    var builder =
        StripeClient.builder()
            .setApiKey(secretKey.strip())
            .setConnectTimeout(CONNECT_MS)
            .setReadTimeout(readTimeout)
            .setMaxNetworkRetries(0);
    if (!apiBase.isBlank()) {
      builder.setApiBase(apiBase.strip());
    }
    this.services = builder.build().v1();
  }

  /** A call of Stripe's library. */
  interface Call<T> {
    T run(V1Services stripe) throws StripeException;
  }

  /** Stripe knows nothing of that id. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(Throwable cause) {
      super(cause);
    }
  }

  /**
   * Makes a call.
   *
   * @throws Rejected UNAVAILABLE when Stripe does not answer, or is busy
   * @throws Unknown when it knows nothing of the id
   * @throws IllegalStateException when it refuses the call
   */
  <T> T call(Call<T> call) {
    try {
      return call.run(services);
    } catch (ApiConnectionException e) {
      throw down(e);
    } catch (StripeException e) {
      int status = e.getStatusCode() == null ? SERVER_FAULT : e.getStatusCode();
      if (status == NOT_FOUND) {
        throw new Unknown(e);
      }
      if (status >= SERVER_FAULT || status == TOO_MANY) {
        throw down(e);
      }
      throw new IllegalStateException("Stripe refuses: " + e.getMessage(), e);
    }
  }

  /** Options that make a repeated call the same call. */
  static RequestOptions once(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  private static Rejected down(StripeException cause) {
    var rejected =
        new Rejected(
            new Rejection(
                Rejection.Kind.UNAVAILABLE,
                "card-company-down",
                "The card company does not answer at the moment. Nothing is lost: please try again"
                    + " in a minute, or choose another way to pay."));
    rejected.initCause(cause);
    return rejected;
  }
}
