package org.sonocert.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every page has the same header, whoever answers the request. */
@Configuration(proxyBeanMethods = false)
class HeaderConfiguration implements WebMvcConfigurer {
  private final Navigation navigation;
  private final Theme theme;

  HeaderConfiguration(Navigation navigation, Theme theme) {
    this.navigation = navigation;
    this.theme = theme;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(navigation);
    registry.addInterceptor(theme);
  }
}
