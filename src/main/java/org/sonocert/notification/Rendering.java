package org.sonocert.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sonocert.core.BaseUrl;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders {@code templates/mail/<kind>.txt} and {@code .html}, Spanish from {@code <kind>_es}. The
 * first line of the text is {@code Subject: …}. Links that begin with a slash are made absolute.
 */
@Component
class Rendering {
  private static final String SUBJECT = "Subject: ";
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  private final SpringTemplateEngine text = engine(".txt", TemplateMode.TEXT);
  private final SpringTemplateEngine html = engine(".html", TemplateMode.HTML);
  private final BaseUrl base;

  Rendering(BaseUrl base) {
    this.base = base;
  }

  /** The letter of a kind in a language. */
  Letter letter(ClaimedMail mail, Instant date) {
    String template = "mail/" + template(mail.kind(), mail.locale());
    Context context = new Context(mail.locale());
    values(mail.model()).forEach(context::setVariable);
    context.setVariable("homeLink", base.of("/"));
    String plain = text.process(template, context);
    int end = plain.indexOf('\n');
    if (!plain.startsWith(SUBJECT) || end < 0) {
      throw new IllegalStateException(template + ".txt does not begin with \"Subject: \"");
    }
    String subject = plain.substring(SUBJECT.length(), end).strip();
    context.setVariable("subject", subject);
    return new Letter(
        mail.messageId(),
        mail.recipient(),
        subject,
        plain.substring(end + 1).strip() + "\n",
        html.process(template, context),
        date);
  }

  private Map<String, String> values(Map<String, String> model) {
    Map<String, String> values = new TreeMap<>();
    model.forEach(
        (name, value) -> {
          String line = LINE_BREAKS.matcher(value).replaceAll(" ");
          values.put(name, Secrets.link(name) && line.startsWith("/") ? base.of(line) : line);
        });
    return values;
  }

  private static String template(String kind, Locale locale) {
    String translated = kind + "_" + locale.getLanguage();
    boolean there = new ClassPathResource("templates/mail/" + translated + ".txt").exists();
    return there ? translated : kind;
  }

  private static SpringTemplateEngine engine(String suffix, TemplateMode mode) {
    var resolver = new ClassLoaderTemplateResolver(Rendering.class.getClassLoader());
    resolver.setPrefix("templates/");
    resolver.setSuffix(suffix);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
