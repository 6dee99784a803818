package org.sonocert.testing.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The card company on a port of its own, one for all tests of a run. */
public final class FakeStripe
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /** The secret with which it signs its messages. */
  public static final String SIGNING = "whsec_for_tests_only";

  private static final int READ_TIMEOUT_MS = 1_500;
  private static final TheirBooks BOOKS = new TheirBooks();
  private static final TheirDoor DOOR = new TheirDoor(BOOKS);
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static volatile Supplier<Trouble> trouble = () -> Trouble.NONE;
  private static final WireMockServer SERVER = start();

  /** How a call can go wrong. */
  public enum Trouble {
    NONE,
    /** It fails before anything happened. */
    FAULT_BEFORE,
    /** It fails although all of it happened. */
    FAULT_AFTER,
    /** All of it happened, and the answer comes too late. */
    SILENT_AFTER,
    /** The line breaks although all of it happened. */
    BROKEN_AFTER,
    /** Nobody is there. */
    DOWN
  }

  private static WireMockServer start() {
    var server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .containerThreads(40)
                .extensions(new Answering()));
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
    server.start();
    return server;
  }

  /** What it knows. */
  public static TheirBooks books() {
    return BOOKS;
  }

  /** By which clock its books are dated. */
  public static void clock(Supplier<Instant> now) {
    BOOKS.clock(now);
  }

  /** From now on each call may go wrong like this. */
  public static void trouble(Supplier<Trouble> next) {
    trouble = next;
  }

  /** How many calls came. */
  public static int calls() {
    return CALLS.get();
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    warmUp();
    TestPropertyValues.of(
            "sonocert.cards=stripe",
            "sonocert.stripe.secret-key=sk_test_for_tests_only",
            "sonocert.stripe.webhook-secret=" + SIGNING,
            "sonocert.stripe.read-timeout-ms=" + READ_TIMEOUT_MS,
            "sonocert.stripe.api-base=" + SERVER.baseUrl())
        .applyTo(context);
  }

  /** The first answer loads classes, which on a busy machine takes longer than a call may take. */
  private static void warmUp() {
    try (var answer = URI.create(SERVER.baseUrl() + "/v1/refunds?limit=1").toURL().openStream()) {
      answer.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Answering implements ResponseDefinitionTransformerV2 {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String getName() {
      return "their-door";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      CALLS.incrementAndGet();
      Trouble drawn = trouble.get();
      if (drawn == Trouble.DOWN || drawn == Trouble.FAULT_BEFORE) {
        return failed(drawn == Trouble.DOWN ? 503 : 500).build();
      }
      TheirDoor.Answer answer = ask(event.getRequest());
      return switch (drawn) {
        case FAULT_AFTER -> failed(500).build();
        case BROKEN_AFTER -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
        case SILENT_AFTER -> json(answer).withFixedDelay(2 * READ_TIMEOUT_MS).build();
        default -> json(answer).build();
      };
    }

    private static TheirDoor.Answer ask(Request request) {
      URI uri = URI.create(request.getUrl());
      String body = request.getBodyAsString();
      return DOOR.answer(
          request.getMethod().getName(),
          uri.getPath(),
          request.getHeader("Idempotency-Key"),
          pairs(uri.getRawQuery()),
          pairs(body));
    }

    private static ResponseDefinitionBuilder json(TheirDoor.Answer answer) {
      return aResponse()
          .withStatus(answer.status())
          .withHeader("Content-Type", "application/json")
          .withBody(JSON.writeValueAsString(answer.body()));
    }

    private static ResponseDefinitionBuilder failed(int status) {
      return json(new TheirDoor.Answer(status, Map.of("error", Map.of("message", "a fault"))));
    }

    private static Map<String, String> pairs(String encoded) {
      Map<String, String> pairs = new LinkedHashMap<>();
      if (encoded != null && !encoded.isEmpty()) {
        for (String pair : encoded.split("&")) {
          String[] both = pair.split("=", 2);
          pairs.put(decoded(both[0]), decoded(both.length == 2 ? both[1] : ""));
        }
      }
      return pairs;
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }
}
