package org.sonocert.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One HTTP client for tests of status, headers and cookies: follows nothing by itself. */
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*?value=\"([^\"]+)\"");
  private static final Pattern META = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String root;
  private final Map<String, String> added = new LinkedHashMap<>();
  private String token = "";

  public Visitor(int port) {
    root = "http://localhost:" + port;
  }

  /** Sends one more header with each request, as a proxy adds it. */
  public Visitor with(String header, String value) {
    added.put(header, value);
    return this;
  }

  /** Opens a page as a person does. */
  public HttpResponse<String> get(String path) {
    return remember(send(page(path).GET()));
  }

  /** Opens a page, and what it redirects to. */
  public HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> last = answer;
    while (last.statusCode() / 100 == 3) {
      last =
          get(
              URI.create(root)
                  .resolve(last.headers().firstValue("Location").orElseThrow())
                  .toString()
                  .substring(root.length()));
    }
    return last;
  }

  /** Asks for JSON. */
  public HttpResponse<String> getJson(String path) {
    return send(request(path).header("Accept", "application/json").GET());
  }

  /** Sends a form, with the token of the page that was opened last; names and values in turn. */
  public HttpResponse<String> post(String path, String... form) {
    List<String> pairs = new ArrayList<>(List.of(form));
    pairs.add("_csrf");
    pairs.add(token);
    return postWithoutToken(path, pairs.toArray(String[]::new));
  }

  /** Sends a form as somebody else's page would. */
  public HttpResponse<String> postWithoutToken(String path, String... form) {
    return remember(
        send(
            page(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))));
  }

  /** Any other request, with the token in the header as scripts send it. */
  public HttpResponse<String> request(String method, String path, String contentType, String body) {
    return send(
        page(path)
            .header("Content-Type", contentType)
            .header("X-CSRF-TOKEN", token)
            .method(method, BodyPublishers.ofString(body)));
  }

  /** Opens the sign-in page and signs in. */
  public HttpResponse<String> signIn(String email, String password) {
    get("/login");
    HttpResponse<String> answer = post("/login", "email", email, "password", password);
    token = "";
    return answer;
  }

  /** The session's cookie, if any. */
  public Optional<HttpCookie> session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().endsWith("SESSION"))
        .findFirst();
  }

  private HttpRequest.Builder page(String path) {
    return request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + path));
    added.forEach(request::header);
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> remember(HttpResponse<String> answer) {
    for (Pattern pattern : List.of(TOKEN, META)) {
      Matcher found = pattern.matcher(answer.body());
      if (found.find()) {
        token = found.group(1);
        return answer;
      }
    }
    return answer;
  }

  private static String encoded(String[] form) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < form.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(escape(form[i]))
          .append('=')
          .append(escape(form[i + 1]));
    }
    return body.toString();
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
