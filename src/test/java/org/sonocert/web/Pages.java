package org.sonocert.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders templates as the running application does, without starting it. */
class Pages {
  private final GenericWebApplicationContext context =
      new GenericWebApplicationContext(new MockServletContext());
  private final ThymeleafViewResolver views = new ThymeleafViewResolver();

  Pages() {
    context.registerBean("assets", Assets.class);
    context.registerBean(
        "messageSource", org.springframework.context.MessageSource.class, this::words);
    context.registerBean("requestDataValueProcessor", CsrfRequestDataValueProcessor.class);
    context.refresh();
    var engine = new SpringTemplateEngine();
    engine.setTemplateEngineMessageSource(context);
    engine.addTemplateResolver(resolver("file:src/main/frontend/", true));
    engine.addTemplateResolver(resolver("classpath:/templates/", false));
    views.setApplicationContext(context);
    views.setServletContext(context.getServletContext());
    views.setTemplateEngine(engine);
    views.setCharacterEncoding("UTF-8");
  }

  String render(String template, Map<String, ?> model, Locale language) {
    var request = new MockHttpServletRequest(context.getServletContext(), "GET", "/");
    var response = new MockHttpServletResponse();
    request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
    request.setAttribute(
        DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(language));
    var token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "sample-token");
    request.setAttribute("_csrf", token);
    request.setAttribute(CsrfToken.class.getName(), token);
    try {
      views.resolveViewName(template, language).render(model, request, response);
      return response.getContentAsString(StandardCharsets.UTF_8);
    } catch (Exception e) {
      throw new IllegalStateException("cannot render " + template, e);
    }
  }

  private org.springframework.context.MessageSource words() {
    try {
      return new PageConfiguration().messageSource();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private SpringResourceTemplateResolver resolver(String prefix, boolean preview) {
    var resolver = new SpringResourceTemplateResolver();
    resolver.setApplicationContext(context);
    resolver.setPrefix(prefix);
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    resolver.setOrder(preview ? 1 : 2);
    resolver.setCheckExistence(true);
    return resolver;
  }
}
