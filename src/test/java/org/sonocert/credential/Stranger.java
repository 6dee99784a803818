package org.sonocert.credential;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.sonocert.testing.RealParts;

/** Anybody with a network: asks for pages, JSON and files, and may sign in. */
class Stranger {
  private static final AtomicInteger NETWORKS = new AtomicInteger();

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String base;

  /** One of their own, so that what other tests look up counts not against their limit. */
  private final String network =
      "2001:db8:0:" + Integer.toHexString(NETWORKS.incrementAndGet()) + "::1";

  Stranger(int port) {
    base = "http://localhost:" + port;
  }

  HttpResponse<String> get(String path, String accept) {
    return send(request(path).header("Accept", accept).GET(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String path) {
    return send(request(path).GET(), BodyHandlers.ofByteArray());
  }

  void signIn(String email) {
    Element form =
        Jsoup.parse(get("/login", "text/html").body()).selectFirst("form[action*=login]");
    String fields =
        form.select("input[name]").stream()
            .map(
                input ->
                    input.attr("name")
                        + "="
                        + encode(
                            switch (input.attr("name")) {
                              case "email" -> email;
                              case "password" -> RealParts.PASSWORD;
                              default -> input.val();
                            }))
            .collect(Collectors.joining("&"));
    send(
        request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields)),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Accept-Language", "en")
        .header("X-Forwarded-For", network);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
