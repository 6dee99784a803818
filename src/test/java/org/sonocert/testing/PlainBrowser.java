package org.sonocert.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/**
 * One person with a browser that runs no scripts: keeps cookies, follows redirects, fills in the
 * forms that stand on the page. Works against any Sonocert that listens, in this JVM or another.
 */
public final class PlainBrowser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;
  private final List<String> nodes;
  private int turn;
  private Consumer<HttpRequest> watcher = request -> {};
  private @Nullable HttpRequest unanswered;
  private Document page = new Document("");
  private int status;
  private String address = "";

  /**
   * @param nodes addresses of servers on one database; each request goes to the next one, as behind
   *     a proxy that hands out in turn
   */
  public PlainBrowser(String... nodes) {
    this.nodes = List.of(nodes);
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** Tells somebody of each request just before it is sent. */
  public PlainBrowser watchedBy(Consumer<HttpRequest> newWatcher) {
    watcher = newWatcher;
    return this;
  }

  /** The form whose answer never came, because the server died; null when there is none. */
  public @Nullable HttpRequest unanswered() {
    return unanswered;
  }

  /** Sends the very same form again, as a person does who reloads the page. */
  public PlainBrowser repeat() {
    return unanswered == null ? this : exchange(unanswered);
  }

  /** Opens a page of the product, by path or full address. */
  public PlainBrowser open(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /** The page that is open. */
  public Document page() {
    return page;
  }

  /** HTTP status of the page that is open. */
  public int status() {
    return status;
  }

  /** Path of the page that is open, after redirects. */
  public String path() {
    return URI.create(address).getPath();
  }

  /** The text of the page that is open. */
  public String text() {
    return page.text();
  }

  /** Sends the first form whose action contains the given text, with some answers of one's own. */
  public PlainBrowser send(String action, Map<String, String> own) {
    Element form =
        page.select("form").stream()
            .filter(f -> f.attr("action").contains(action))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        "No form for '" + action + "' on " + address + ":\n" + page.text()));
    return post(form.absUrl("action"), values((FormElement) form, own));
  }

  /** Posts fields as a form does. */
  public PlainBrowser post(String path, List<Map.Entry<String, String>> fields) {
    return send(form(uri(path), fields));
  }

  private static HttpRequest.Builder form(URI address, List<Map.Entry<String, String>> fields) {
    String body =
        fields.stream()
            .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** Posts fields from another thread, without looking at the page that comes; its status. */
  public int status(String address, List<Map.Entry<String, String>> fields) {
    try {
      return http.send(
              form(URI.create(address), fields).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The values that the form would send: what stands in it, required fields filled, own on top. */
  public static List<Map.Entry<String, String>> values(FormElement form, Map<String, String> own) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    List<String> radios = new ArrayList<>();
    for (Element input : form.select("input[name], select[name], textarea[name]")) {
      String name = input.attr("name");
      String key = name.startsWith("a.") ? name.substring(2) : name;
      String given = own.get(key);
      if (input.attr("type").equals("radio")) {
        if (!radios.contains(name)) {
          radios.add(name);
          fields.add(Map.entry(name, given == null ? input.attr("value") : given));
        }
      } else {
        String value = given == null ? standing(input) : given;
        if (value != null) {
          fields.add(Map.entry(name, value));
        }
      }
    }
    return fields;
  }

  private static String standing(Element input) {
    boolean required = input.hasAttr("required");
    return switch (input.tagName() + ":" + input.attr("type")) {
      case "input:checkbox" -> required || input.hasAttr("checked") ? input.attr("value") : null;
      case "input:hidden" -> input.attr("value");
      case "input:number" -> number(input, required);
      case "input:date" -> required ? "2020-01-31" : input.attr("value");
      default ->
          input.tagName().equals("select")
              ? chosen(input, required)
              : required && input.val().isEmpty()
                  ? "An answer that is long enough for this question"
                  : input.val();
    };
  }

  private static String number(Element input, boolean required) {
    return required && input.val().isEmpty() ? "25" : input.val();
  }

  private static String chosen(Element select, boolean required) {
    Element selected = select.selectFirst("option[selected]");
    if (selected != null) {
      return selected.val();
    }
    return required
        ? select.select("option").stream()
            .map(Element::val)
            .filter(v -> !v.isEmpty())
            .findFirst()
            .orElse("")
        : "";
  }

  private PlainBrowser send(HttpRequest.Builder request) {
    return exchange(
        request
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.5")
            .header("Accept-Language", "en")
            .build());
  }

  private PlainBrowser exchange(HttpRequest request) {
    watcher.accept(request);
    unanswered = request.method().equals("POST") ? request : null;
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      unanswered = null;
      status = answer.statusCode();
      address = answer.uri().toString();
      page = Jsoup.parse(answer.body(), address);
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fetches a resource as text without opening it as a page. */
  public String fetch(String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60)).GET().build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The cookies that it holds, as a request carries them. */
  public String cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Fetches a file. */
  public byte[] bytes(String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60)).GET().build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    if (nodes.size() == 1) {
      return URI.create(path.startsWith("http") ? path : nodes.get(0) + path);
    }
    String node = nodes.get(turn++ % nodes.size());
    return URI.create(node + path.replaceFirst("^https?://[^/]+", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
