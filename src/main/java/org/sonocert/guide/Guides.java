package org.sonocert.guide;

import java.util.List;
import java.util.Locale;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.ProductFacts;
import org.sonocert.catalogue.ProductFacts.Facts;
import org.springframework.stereotype.Service;

/** The guides under the rules in force now. */
@Service
public class Guides {
  private final ProductFacts facts;
  private final Catalogue catalogue;
  private final ReadingFigures figures;
  private final WritingGuide writing;

  Guides(ProductFacts facts, Catalogue catalogue, ReadingFigures figures, WritingGuide writing) {
    this.facts = facts;
    this.catalogue = catalogue;
    this.figures = figures;
    this.writing = writing;
  }

  /** The guide of the programme as a whole; its figures are those of what can be bought. */
  public Guide whole(Locale language) {
    long release = facts.release().number();
    List<Facts> all = facts.all(release);
    Facts typical =
        all.stream().filter(f -> f.product().open()).findFirst().orElseGet(() -> all.get(0));
    Subject subject = new Subject(null, all, release, catalogue.version());
    return writing.write(subject, figures.of(release, typical), language);
  }

  /**
   * The guide of one product.
   *
   * @throws org.sonocert.core.Rejected NOT_FOUND when there is none of that code
   */
  public Guide of(String code, Locale language) {
    long release = facts.release().number();
    Facts one = facts.one(code, release);
    Subject subject = new Subject(one, List.of(one), release, catalogue.version());
    return writing.write(subject, figures.of(release, one), language);
  }
}
