package org.sonocert.look;

import com.microsoft.playwright.Page;
import java.util.List;

/** What must be so on each page, whoever sees it and on whatever screen. */
final class Judgement {
  /** The limits of what a first visit loads without media, in bytes (design, 8). */
  private static final int PLAIN = 150_000;

  private static final int WITH_FORM = 350_000;
  private static final int OF_AUDITORS = 1_200_000;

  private final Eye eye;
  private int heaviest;
  private String heaviestPage = "";

  Judgement(Eye eye) {
    this.eye = eye;
  }

  /** Everything that can be read from the page as it stands. */
  void all(Page page, String language) {
    weight(page);
    Islands.drawDiagrams(page);
    axe(page, "document", "{}");
    words(page, language);
    width(page);
  }

  /** Colours only, for a page that was judged in another light. */
  void colours(Page page) {
    axe(page, "document", "{runOnly: ['color-contrast']}");
  }

  /** What differs from person to person around a page that was judged for somebody else. */
  void frame(Page page, String language) {
    axe(page, "{include: [['.site-header'], ['.site-footer']]}", "{}");
    words(page, language);
    width(page);
  }

  void width(Page page) {
    Object wide =
        page.evaluate(
            """
            () => {
              const screen = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= screen) return '';
              const out = [...document.querySelectorAll('body *')].filter(e =>
                e.getBoundingClientRect().right > screen + 1);
              return document.documentElement.scrollWidth + ' px wide: '
                + out.slice(-3).map(e => e.tagName + '.' + e.className).join(', ');
            }
            """);
    complainUnlessEmpty("wider than the screen, ", wide);
  }

  private void axe(Page page, String where, String options) {
    Object found =
        page.evaluate(
            """
            async () => (await axe.run(%s, Object.assign({resultTypes: ['violations']}, %s)))
              .violations.map(v => v.id + ' (' + v.impact + '): '
                + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', '))
            """
                .formatted(where, options));
    ((List<?>) found).forEach(one -> eye.complain("axe " + one));
  }

  private void words(Page page, String language) {
    Object lang = page.evaluate("() => document.documentElement.lang");
    if (!language.equals(lang)) {
      eye.complain("lang is " + lang);
    }
    Object raw =
        page.evaluate(
            """
            () => (document.title + ' ' + document.body.innerText).match(/\\?\\?[^ ]+\\?\\?/)?.[0] ?? ''
            """);
    complainUnlessEmpty("a key without words, ", raw);
    if (((String) page.evaluate("() => document.querySelector('main h1')?.innerText ?? ''"))
        .isBlank()) {
      eye.complain("no heading");
    }
  }

  private void weight(Page page) {
    int bytes =
        ((Number)
                page.evaluate(
                    """
                    () => {
                      const seen = new Map();
                      for (const e of [...performance.getEntriesByType('navigation'),
                          ...performance.getEntriesByType('resource')]) {
                        if (!/\\/media\\//.test(e.name)) seen.set(e.name, e.encodedBodySize + 300);
                      }
                      return [...seen.values()].reduce((a, b) => a + b, 0);
                    }
                    """))
            .intValue();
    if (bytes > heaviest) {
      heaviest = bytes;
      heaviestPage = page.url();
    }
    int limit = limit(page);
    if (bytes > limit) {
      eye.complain("weighs " + bytes + " bytes of at most " + limit);
    }
  }

  private static int limit(Page page) {
    if (page.url().contains("/audit")) {
      return OF_AUDITORS;
    }
    return page.locator("form.task").count() > 0 ? WITH_FORM : PLAIN;
  }

  /** The heaviest page that was seen. */
  String heaviest() {
    return heaviest + " bytes, " + heaviestPage;
  }

  private void complainUnlessEmpty(String what, Object found) {
    if (!String.valueOf(found).isEmpty()) {
      eye.complain(what + found);
    }
  }
}
