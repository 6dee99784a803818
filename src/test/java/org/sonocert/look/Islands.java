package org.sonocert.look;

import com.microsoft.playwright.Page;

/** What scripts add to a page is there once these are drawn. */
final class Islands {
  private Islands() {}

  static void await(Page page) {
    page.waitForFunction(
        """
        () => {
          const forms = [...document.querySelectorAll('script[data-form-schema]')];
          return document.readyState === 'complete'
            && document.fonts.status === 'loaded'
            && (forms.length === 0 || document.querySelector('.enhanced .fjs-form'));
        }
        """);
  }

  /** Goes to each diagram that is not folded away, since it is drawn when somebody comes near. */
  static void drawDiagrams(Page page) {
    page.evaluate(
        """
        async () => {
          const open = [...document.querySelectorAll('[data-diagram-src]')]
            .filter(d => d.checkVisibility() && d.clientHeight > 0);
          for (const diagram of open) {
            diagram.scrollIntoView();
            for (let tries = 0; tries < 100 && !diagram.querySelector('.djs-container svg'); tries++) {
              await new Promise(done => setTimeout(done, 50));
            }
          }
          scrollTo(0, 0);
          const left = open.filter(d => !d.querySelector('.djs-container svg')).length;
          if (left > 0) console.error(left + ' diagrams were not drawn');
        }
        """);
  }
}
