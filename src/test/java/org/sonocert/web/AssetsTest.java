package org.sonocert.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class AssetsTest {
  private static final String MANIFEST =
      """
      {"src/form.ts": {"file": "form-1a.js", "name": "form", "isEntry": true,
                       "css": ["form-2b.css", "more-3c.css"]},
       "src/mark.svg": {"file": "mark-4d.svg", "src": "src/mark.svg"},
       "src/lib/enhanced.ts": {"file": "enhanced-5e.js", "name": "enhanced"}}
      """;

  private final Assets assets =
      new Assets(new ByteArrayResource(MANIFEST.getBytes(StandardCharsets.UTF_8)));

  @Test
  void anAssetIsAskedForByItsOwnNameAndFoundUnderItsHashedOne() {
    assertThat(assets.url("form.js")).isEqualTo("/assets/form-1a.js");
    assertThat(assets.url("form.css")).isEqualTo("/assets/form-2b.css");
    assertThat(assets.url("mark.svg")).isEqualTo("/assets/mark-4d.svg");
  }

  @Test
  void anIslandBringsAllItsStylesheets() {
    assertThat(assets.stylesheets("form"))
        .containsExactly("/assets/form-2b.css", "/assets/more-3c.css");
    assertThat(assets.stylesheets("unknown")).isEmpty();
  }

  @Test
  void withoutABuiltFrontEndPagesStillRender() {
    var none = new Assets(new ClassPathResource("no/such/manifest.json"));
    assertThat(none.url("app.css")).isEqualTo("/assets/app.css");
  }
}
