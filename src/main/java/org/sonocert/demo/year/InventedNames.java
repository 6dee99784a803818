package org.sonocert.demo.year;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names of people who do not exist, of several tongues and scripts. */
final class InventedNames {
  private static final List<String> GIVEN =
      List.of(
          "Adaeze",
          "Birgit",
          "Caoimhe",
          "Dragomir",
          "Élodie",
          "Fionnuala",
          "Gaspard",
          "Hanneke",
          "Itziar",
          "Jóhanna",
          "Kofi",
          "Ludovica",
          "Mehmet",
          "Ngozi",
          "Oddný",
          "Priyanka",
          "Quirin",
          "Rosalía",
          "Siobhán",
          "Thandiwe",
          "Uxue",
          "Věra",
          "Wanjiru",
          "Xiadani",
          "Yevheniia",
          "Zbigniew",
          "شهرزاد",
          "नंदिता",
          "さくら",
          "Ἀριάδνη");
  private static final List<String> FAMILY =
      List.of(
          "Abelsrud",
          "Brankovitz",
          "Castelmoor",
          "Dellacroce-Finn",
          "Eskildsen",
          "Farrowgate",
          "Grünwaldt",
          "Hollenbeck",
          "Ibarretxe",
          "Jankauskis",
          "Kovalenkova",
          "Lindqvarn",
          "Mbekeani",
          "Nakagorin",
          "Ostrovanu",
          "Pellegrinetti",
          "Quenneville-Oduya",
          "Rasmundsen",
          "Szczepanik",
          "Tavoularis",
          "Umbertson",
          "Vandersteeg",
          "Wickramasuri",
          "Xenakidis",
          "Ylönvaara",
          "Zabaleta-Noor");

  private InventedNames() {}

  /** A person's name and an address that belongs to nobody. */
  record Name(String given, String family, String email) {
    String whole() {
      return given + " " + family;
    }
  }

  static Name draw(Random dice, int number, String domain) {
    String given = GIVEN.get(dice.nextInt(GIVEN.size()));
    String family = FAMILY.get(dice.nextInt(FAMILY.size()));
    return new Name(
        given, family, String.format(Locale.ROOT, "person%d@%s.example", number, domain));
  }
}
