package org.sonocert.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.sonocert.core.BaseUrl;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Languages, words and the caching of assets, the same for every page. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration implements WebMvcConfigurer {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

  /** Each module brings {@code messages/<module>.properties}; nobody keeps a list of them. */
  @Bean
  public MessageSource messageSource() throws IOException {
    var source = new ResourceBundleMessageSource();
    source.setBasenames(baseNames());
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }

  /** The visitor's choice by cookie, else what the browser asks for, else English. */
  @Bean
  public LocaleResolver localeResolver(BaseUrl base) {
    var browser = new AcceptHeaderLocaleResolver();
    browser.setSupportedLocales(LANGUAGES);
    browser.setDefaultLocale(Locale.ENGLISH);
    var cookie = new CookieLocaleResolver("language");
    cookie.setDefaultLocaleFunction(browser::resolveLocale);
    cookie.setCookieMaxAge(Duration.ofDays(365));
    cookie.setCookieHttpOnly(true);
    cookie.setCookieSecure(base.secure());
    cookie.setCookieSameSite("Lax");
    return cookie;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    registry.addInterceptor(change);
  }

  /** Built assets carry a hash in their name, so a browser may keep them for ever. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(Assets.FOLDER + "**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver());
  }

  private static String[] baseNames() throws IOException {
    var names = new TreeSet<String>(List.of("messages"));
    var found = new PathMatchingResourcePatternResolver();
    Resource[] files = found.getResources("classpath*:messages/*.properties");
    Arrays.stream(files)
        .map(Resource::getFilename)
        .filter(name -> name != null)
        .map(name -> "messages/" + name.replaceFirst("(_es)?\\.properties$", ""))
        .forEach(names::add);
    return names.toArray(String[]::new);
  }
}
