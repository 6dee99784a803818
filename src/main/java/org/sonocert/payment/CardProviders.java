package org.sonocert.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The card providers that this server has, by their names. */
@Component
class CardProviders {
  private final Map<String, CardProvider> byName;

  CardProviders(ObjectProvider<CardProvider> providers) {
    byName = providers.stream().collect(Collectors.toMap(CardProvider::name, Function.identity()));
  }

  List<String> names() {
    return byName.keySet().stream().sorted().toList();
  }

  /**
   * The provider of that name.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  CardProvider get(String name) {
    CardProvider provider = byName.get(name);
    if (provider == null) {
      throw new Rejected(Rejection.notFound("way to pay"));
    }
    return provider;
  }
}
