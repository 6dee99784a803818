package org.sonocert.catalogue.web;

import java.util.List;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Product;
import org.sonocert.catalogue.ProductFacts;
import org.sonocert.catalogue.ProductFacts.Facts;
import org.sonocert.catalogue.RulesInForce;
import org.sonocert.engine.PolicyRelease;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The first page, the catalogue and each product's page; for everybody. */
@Controller
class CatalogueController {
  private final ProductFacts facts;
  private final RulesInForce rules;
  private final Catalogue catalogue;

  CatalogueController(ProductFacts facts, RulesInForce rules, Catalogue catalogue) {
    this.facts = facts;
    this.rules = rules;
    this.catalogue = catalogue;
  }

  @GetMapping("/")
  String home(Model model) {
    List<Facts> all = fill(model);
    model.addAttribute("open", all.stream().filter(f -> f.product().open()).toList());
    return "catalogue/home";
  }

  @GetMapping("/catalogue")
  String list(Model model) {
    List<Facts> all = fill(model);
    model.addAttribute("certificates", all.stream().filter(f -> !f.specialty()).toList());
    model.addAttribute("specialties", all.stream().filter(Facts::specialty).toList());
    return "catalogue/list";
  }

  @GetMapping("/catalogue/{code}")
  String product(@PathVariable String code, Model model) {
    PolicyRelease release = facts.release();
    Facts one = facts.one(code, release.number());
    model.addAttribute("facts", one);
    model.addAttribute("release", release);
    model.addAttribute("catalogueVersion", catalogue.version());
    model.addAttribute(
        "rules", one.windowDays() == null ? null : rules.lines(release.number(), one.product()));
    return "catalogue/product";
  }

  /** The rules in force of everything that can be bought now, in words, from the policy release. */
  @GetMapping("/rules")
  String rules(Model model) {
    List<Facts> open = fill(model).stream().filter(f -> f.product().open()).toList();
    long release = facts.release().number();
    model.addAttribute(
        "rules",
        open.stream().map(f -> new Rules(f.product(), rules.lines(release, f.product()))).toList());
    return "catalogue/rules";
  }

  /** One product's rules, a paragraph a line. */
  record Rules(Product product, List<String> lines) {}

  private List<Facts> fill(Model model) {
    PolicyRelease release = facts.release();
    model.addAttribute("release", release);
    model.addAttribute("catalogueVersion", catalogue.version());
    return facts.all(release.number());
  }
}
