package org.sonocert.payment.codes.web;

import java.util.ArrayList;
import java.util.List;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Product;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.codes.CodeLine;
import org.sonocert.payment.codes.ReadingPackages;
import org.sonocert.payment.codes.SellingPackages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Programme managers make packages of enrollment codes, hand them out and close them. */
@Controller
@RequestMapping("/programme/codes")
class PackagesController {
  private final SellingPackages selling;
  private final ReadingPackages reading;
  private final Catalogue catalogue;
  private final CurrentPerson person;
  private final ProgrammeClock clock;
  private final BaseUrl base;

  PackagesController(
      SellingPackages selling,
      ReadingPackages reading,
      Catalogue catalogue,
      CurrentPerson person,
      ProgrammeClock clock,
      BaseUrl base) {
    this.selling = selling;
    this.reading = reading;
    this.catalogue = catalogue;
    this.person = person;
    this.clock = clock;
    this.base = base;
  }

  @GetMapping
  ModelAndView list() {
    return list(OrderForm.fresh(), HttpStatus.OK);
  }

  private ModelAndView list(OrderForm typed, HttpStatus status) {
    var page = new ModelAndView("payment/codes/packages", status);
    page.addObject("packages", reading.all());
    page.addObject("products", catalogue.products().stream().filter(Product::open).toList());
    page.addObject("typed", typed);
    return page;
  }

  @PostMapping
  ModelAndView make(@ModelAttribute OrderForm typed) {
    try {
      selling.make(person.id(), typed.order(clock.now()));
      return new ModelAndView("redirect:/programme/codes/" + typed.uuid());
    } catch (Rejected e) {
      Rejection why = e.rejection();
      ModelAndView page = list(typed, HttpStatus.valueOf(why.kind().status()));
      page.addObject("problem", why.reason());
      return page;
    }
  }

  @GetMapping("/{id}")
  String one(@PathVariable String id, Model model) {
    return show(id, model);
  }

  private String show(String id, Model model) {
    ReadingPackages.Whole pack = reading.forManager(OrderForm.uuid(id));
    model.addAttribute("pack", pack);
    model.addAttribute("productName", catalogue.nameOf(pack.made().product()));
    model.addAttribute("exchanges", exchanges(pack));
    return "payment/codes/one";
  }

  /** Products that cannot be bought any more, each with those that can take its place. */
  private List<Exchange> exchanges(ReadingPackages.Whole pack) {
    List<Product> all = catalogue.products();
    List<Product> others =
        all.stream().filter(p -> p.open() && p.feeCents() == pack.made().feeCents()).toList();
    return pack.unusedProducts().stream()
        .filter(code -> all.stream().noneMatch(p -> p.open() && p.code().equals(code)))
        .map(code -> new Exchange(code, catalogue.nameOf(code), others))
        .toList();
  }

  /** A product whose unused codes can be exchanged, and for what. */
  record Exchange(String product, String name, List<Product> others) {}

  @PostMapping("/{id}/close")
  String close(@PathVariable String id) {
    selling.close(OrderForm.uuid(id));
    return "redirect:/programme/codes/" + OrderForm.uuid(id);
  }

  @PostMapping("/{id}/exchange")
  String exchange(@PathVariable String id, @RequestParam String from, @RequestParam String to) {
    selling.exchange(OrderForm.uuid(id), from, to);
    return "redirect:/programme/codes/" + OrderForm.uuid(id);
  }

  /** Shows the link in the answer itself: it is not kept, so that no later page could. */
  @PostMapping("/{id}/payer-link")
  String payerLink(@PathVariable String id, Model model) {
    model.addAttribute("payerLink", base.of("/payer/" + selling.drawPayerLink(OrderForm.uuid(id))));
    return show(id, model);
  }

  @GetMapping("/{id}/codes.csv")
  ResponseEntity<byte[]> csv(@PathVariable String id) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("number", "code", "ends in", "product", "valid until", "state"));
    for (CodeLine line : reading.forManager(OrderForm.uuid(id)).codes()) {
      String signs = line.signs();
      rows.add(
          List.of(
              Integer.toString(line.number()),
              signs == null ? "" : signs,
              line.ending(),
              line.product(),
              line.validUntil().toString(),
              line.state().word()));
    }
    return Csv.file("enrollment-codes.csv", rows);
  }
}
