package org.sonocert.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonocert.guide.SampleGuides.SPANISH;
import static org.sonocert.guide.SampleGuides.figures;
import static org.sonocert.guide.SampleGuides.lung;
import static org.sonocert.guide.SampleGuides.said;
import static org.sonocert.guide.SampleGuides.specialty;
import static org.sonocert.guide.SampleGuides.write;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingGuideTest {

  @Test
  void anotherWindowRefundAndWaitAreAnotherGuide() {
    Guide now = write(lung(90L), figures(90L, 5, 30), Locale.ENGLISH);
    Guide then = write(lung(61L), figures(61L, 1, 45), Locale.ENGLISH);

    assertThat(said(now, "window"))
        .contains("You have 90 days of 24 hours", "30, 14, 7 and 1 days left")
        .contains("30 days");
    assertThat(said(then, "window")).contains("You have 61 days of 24 hours").contains("45 days");
    assertThat(said(now, "refund")).contains("within 5 business days of");
    assertThat(said(then, "refund")).contains("within 1 business day of");
    assertThat(said(then, "result")).contains("45 days after the result").doesNotContain("30 days");
    assertThat(said(then, "fees")).contains("61 days").doesNotContain("90 days");
  }

  @Test
  void theSpanishGuideSaysTheSameNumbers() {
    Guide guide = write(lung(61L), figures(61L, 1, 45), SPANISH);

    assertThat(guide.language()).isEqualTo("es");
    assertThat(guide.title()).isEqualTo("Guía del programa: Pulmón");
    assertThat(said(guide, "window")).contains("Tiene 61 días de 24 horas", "30, 14, 7 y 1 días");
    assertThat(said(guide, "refund")).contains("en 1 día hábil desde");
    assertThat(said(guide, "peers")).contains("60 %", "3 veces, cada 7 días", "3,0 o más");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void everySectionIsThereAndNoValueIsLeftOut(String language) {
    Guide guide = write(lung(90L), figures(90L, 5, 30), Locale.forLanguageTag(language));

    assertThat(guide.sections())
        .extracting(Guide.Section::id)
        .containsExactly(
            "certified",
            "not",
            "prerequisites",
            "apply",
            "fees",
            "refund",
            "window",
            "assessment",
            "peers",
            "result",
            "help",
            "credential",
            "confidentiality",
            "complaints");
    assertThat(guide.sections())
        .allSatisfy(part -> assertThat(said(guide, part.id())).isNotBlank().doesNotContain("{"));
    assertThat(guide.sections().get(0).blocks().get(1).lines()).hasSize(6);
  }

  @Test
  void aSpecialtyWithoutAWindowSaysSoAndNamesItsAreasAndClips() {
    Guide guide = write(specialty(), figures(null, 5, 30), Locale.ENGLISH);

    assertThat(said(guide, "window")).contains("will be set when the product opens");
    assertThat(said(guide, "certified")).contains("Lung", "neither counts as the other");
    assertThat(said(guide, "clips")).contains("two clips for each area");
  }

  @Test
  void rulesThatATableDoesNotHaveAreNotSaid() {
    Figures shipped = figures(90L, 5, 30);
    Figures without =
        new Figures(
            90L,
            List.of(),
            5,
            30,
            24,
            5,
            new Figures.Peers(2, 2.5, 0, 60, 5, 0, 0),
            shipped.answers(),
            shipped.money());
    String peers = said(write(lung(90L), without, Locale.ENGLISH), "peers");

    assertThat(peers).contains("2.5 or more").doesNotContain("reminded", "whatever the mean");
  }
}
