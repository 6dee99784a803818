package org.sonocert.payment.codes.web;

import java.util.ArrayList;
import java.util.List;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.payment.codes.CodeLine;
import org.sonocert.payment.codes.ReadingPackages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What a payer sees by a link: how many codes are where. No whole code, no end but a certificate,
 * and a name only of whom consented.
 */
@Controller
@RequestMapping("/payer/{token}")
class PayerController {
  private final ReadingPackages reading;
  private final Catalogue catalogue;

  PayerController(ReadingPackages reading, Catalogue catalogue) {
    this.reading = reading;
    this.catalogue = catalogue;
  }

  @GetMapping
  String page(@PathVariable String token, Model model) {
    ReadingPackages.Whole pack = pack(token);
    model.addAttribute("pack", pack);
    model.addAttribute("productName", catalogue.nameOf(pack.made().product()));
    model.addAttribute("token", token);
    return "payment/codes/payer";
  }

  @GetMapping("/codes.csv")
  ResponseEntity<byte[]> csv(@PathVariable String token) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("number", "ends in", "product", "valid until", "state", "name"));
    for (CodeLine line : pack(token).codes()) {
      String holder = line.holder();
      rows.add(
          List.of(
              Integer.toString(line.number()),
              line.ending(),
              line.product(),
              line.validUntil().toString(),
              line.state().word(),
              holder == null ? "" : holder));
    }
    return Csv.file("enrollment-codes.csv", rows);
  }

  private ReadingPackages.Whole pack(String token) {
    return reading
        .forPayer(token)
        .orElseThrow(
            () ->
                new Rejected(
                    new Rejection(
                        Rejection.Kind.NOT_FOUND,
                        "payer-link",
                        "This link does not hold, or not any more. Please ask the programme for a"
                            + " new one.")));
  }
}
