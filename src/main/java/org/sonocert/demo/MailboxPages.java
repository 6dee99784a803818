package org.sonocert.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Reads the demo's mailbox, as pages and as JSON. */
@Controller
@Profile("demo")
class MailboxPages {
  private final DemoMailbox mailbox;

  MailboxPages(DemoMailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GetMapping(path = "/demo/mailbox", produces = MediaType.TEXT_HTML_VALUE)
  String list(@RequestParam(defaultValue = "") String to, Model model) {
    model.addAttribute("to", to);
    model.addAttribute("mails", mailbox.to(to));
    return "demo/mailbox";
  }

  @GetMapping(path = "/demo/mailbox", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<DeliveredMail> listAsJson(@RequestParam(defaultValue = "") String to) {
    return mailbox.to(to);
  }

  @GetMapping(path = "/demo/mailbox.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  List<DeliveredMail> json(@RequestParam(defaultValue = "") String to) {
    return mailbox.to(to);
  }

  @GetMapping(path = "/demo/mailbox/{id}", produces = MediaType.TEXT_HTML_VALUE)
  String mail(@PathVariable long id, Model model) {
    model.addAttribute("mail", mailbox.get(id));
    return "demo/mail";
  }

  @GetMapping(path = "/demo/mailbox/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  DeliveredMail mailAsJson(@PathVariable long id) {
    return mailbox.get(id);
  }
}
