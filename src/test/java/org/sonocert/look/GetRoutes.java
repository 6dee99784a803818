package org.sonocert.look;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sonocert.identity.Role;
import org.sonocert.identity.Route;
import org.sonocert.identity.Routes;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The addresses of all pages that are there, as the classes say, and who may come to each. */
final class GetRoutes {
  /** What a browser opens and that is no page of ours, or no page of the demo, with the reason. */
  static final Map<String, String> NO_PAGE =
      Map.ofEntries(
          Map.entry("/guide.pdf", "a document, judged by PrintingGuideTest"),
          Map.entry("/guide/{code}/guide.pdf", "a document, judged by PrintingGuideTest"),
          Map.entry("/me/{id}/certificate.pdf", "a document, judged by CertificateDocumentTest"),
          Map.entry("/programme/codes/{id}/codes.csv", "a file, judged by CodeFilesTest"),
          Map.entry("/payer/{token}/codes.csv", "a file, judged by CodeFilesTest"),
          Map.entry("/media/{caseId}/{version}/{file}", "sound and pictures for the player"),
          Map.entry("/media/sample/{file}", "the sample clip of the checks"),
          Map.entry("/sit/{enrolment}/state", "data for the player's script"),
          Map.entry("/pay/{id}/stripe", "not in the demo, seen by StripePagesTest"),
          Map.entry("/login/with-organisation", "leads away, seen by OrganisationSignInTest"),
          Map.entry("/login/two-step", "not in the demo, seen by RequiredStepTest"));

  private static final String VARIABLE = "\\{([^{}:]+)(?::(?:[^{}]|\\{[^{}]*\\})*)?\\}";

  private final Routes routes = new Routes(demo());
  private final Set<String> patterns = new TreeSet<>();

  GetRoutes() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false, demo());
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    for (BeanDefinition found : scanner.findCandidateComponents("org.sonocert")) {
      add(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
    }
  }

  private static MockEnvironment demo() {
    var environment = new MockEnvironment();
    environment.setActiveProfiles("demo");
    return environment;
  }

  private void add(Class<?> controller) {
    if (!controller.getName().contains("Test")) {
      RequestMapping room =
          AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
      for (Method method : controller.getDeclaredMethods()) {
        RequestMapping page =
            AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (page != null && Arrays.asList(page.method()).contains(RequestMethod.GET)) {
          add(room, page);
        }
      }
    }
  }

  private void add(RequestMapping room, RequestMapping page) {
    boolean data =
        page.produces().length > 0 && Stream.of(page.produces()).noneMatch("text/html"::equals);
    if (!data) {
      for (String before : paths(room)) {
        for (String path : paths(page)) {
          patterns.add((before + path).replaceAll(VARIABLE, "{$1}"));
        }
      }
    }
  }

  private static List<String> paths(RequestMapping mapping) {
    return mapping == null || mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
  }

  /** All of them, with {@code {name}} where an address varies. */
  Set<String> patterns() {
    return patterns;
  }

  /** Whether the route table lets the role in; null is a visitor. */
  boolean admits(String pattern, Role role) {
    Route row = routes.of("GET", pattern.replaceAll("\\{[^{}]+\\}", "x")).orElseThrow();
    return row.access() == Route.Access.HALF_SIGNED_IN
        ? role == null
        : row.admits(role == null ? null : Set.of(role.id()));
  }

  /** Whether one person sees it: by a mailed link, between password and code, or only once. */
  static boolean byOne(String pattern) {
    return Stream.of(
            "/confirm/{",
            "/invitation/{",
            "/password/reset/{",
            "/evaluate/",
            "/payer/",
            "/login/",
            "/account/mailbox/",
            "/account/two-step/codes")
        .anyMatch(pattern::startsWith);
  }
}
