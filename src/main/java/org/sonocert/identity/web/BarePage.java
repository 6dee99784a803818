package org.sonocert.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders a page of the house outside of any controller: nobody is known, no session is read. */
@Component
class BarePage {
  private final ThymeleafViewResolver views;
  private final LocaleResolver languages;
  private final WebApplicationContext context;

  BarePage(ThymeleafViewResolver views, LocaleResolver languages, WebApplicationContext context) {
    this.views = views;
    this.languages = languages;
    this.context = context;
  }

  /** Writes the page into the response, whose status and headers the caller has set. */
  void render(
      String template,
      Map<String, ?> model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    Locale locale = languages.resolveLocale(request);
    request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
    request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
    try {
      View view = views.resolveViewName(template, locale);
      if (view == null) {
        throw new IllegalStateException("There is no template " + template);
      }
      view.render(model, request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
