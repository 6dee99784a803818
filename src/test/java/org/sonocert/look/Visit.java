package org.sonocert.look;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One page as one person comes to it.
 *
 * @param who whose browser it is; the browsers of the same person keep their session
 * @param pattern the address as the classes have it
 * @param name what the picture is called
 * @param coming what the person does to get there
 * @param once whether the page cannot be opened a second time
 * @param status the answer that is right
 */
record Visit(
    Person who, String pattern, String name, Consumer<Page> coming, boolean once, int status) {

  /** Somebody with a browser. */
  record Person(String role, @Nullable String email) {
    static final Person VISITOR = new Person("visitor", null);

    static Person of(String role, String email) {
      return new Person(role, email);
    }
  }

  static Visit to(Person who, String pattern, String name, String path) {
    return new Visit(who, pattern, name, page -> page.navigate(path), false, 200);
  }

  static Visit by(Person who, String pattern, String name, Consumer<Page> coming) {
    return new Visit(who, pattern, name, coming, true, 200);
  }

  static Visit refused(Person who, String name, String path, int status) {
    return new Visit(who, "", name, page -> page.navigate(path), false, status);
  }
}
