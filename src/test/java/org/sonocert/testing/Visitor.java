package org.sonocert.testing;

import java.io.IOException;
<<<<<<< HEAD
import java.net.CookieManager;
=======
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
>>>>>>> identity
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
<<<<<<< HEAD
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * One person with a browser that runs no scripts: keeps cookies, follows redirects, fills in the
 * forms that stand on the page. Works against any Sonocert that listens, in this JVM or another.
 */
public final class Visitor {
  private final HttpClient http;
  private final String base;
  private Document page = new Document("");
  private int status;
  private String address = "";

  public Visitor(String base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** Opens a page of the product, by path or full address. */
  public Visitor open(String path) {
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
  public Visitor send(String action, Map<String, String> own) {
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
  public Visitor post(String path, List<Map.Entry<String, String>> fields) {
    String body =
        fields.stream()
            .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
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

  private Visitor send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request
                  .timeout(Duration.ofSeconds(60))
                  .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.5")
                  .header("Accept-Language", "en")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
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

  private URI uri(String path) {
    return path.startsWith("http") ? URI.create(path) : URI.create(base + path);
  }

  private static String encode(String text) {
=======
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser but without scripts: keeps cookies and sends the page's token along. */
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
  private String token = "";

  public Visitor(int port) {
    root = "http://localhost:" + port;
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
    return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + path));
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
>>>>>>> identity
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
