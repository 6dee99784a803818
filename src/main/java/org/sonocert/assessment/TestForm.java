package org.sonocert.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test form: its cases in order, and the cut that is in force for it. It never changes once
 * loaded.
 */
public final class TestForm {

  /** Names one version of a test form. */
  public record Id(String name, int version) {}

  /**
   * One stage in the course of the whole test form.
   *
   * @param number 0, 1, 2 … over all cases
   * @param caseNumber 0 for the first case
   */
  public record Place(int number, int caseNumber, ClinicalCase clinicalCase, Stage stage) {}

  private final Id id;
  private final String area;
  private final String title;
  private final @Nullable String note;
  private final int cutPercent;
  private final List<ClinicalCase> cases;
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Integer> placeOf = new LinkedHashMap<>();

  /** Lays the stages of all cases in one row and the questions in the order in which they open. */
  public TestForm(
      Id id,
      String area,
      String title,
      @Nullable String note,
      int cutPercent,
      List<ClinicalCase> cases) {
    this.id = id;
    this.area = area;
    this.title = title;
    this.note = note;
    this.cutPercent = cutPercent;
    this.cases = List.copyOf(cases);
    for (int c = 0; c < cases.size(); c++) {
      for (Stage stage : cases.get(c).stages()) {
        add(new Place(places.size(), c, cases.get(c), stage));
      }
    }
  }

  private void add(Place place) {
    places.add(place);
    Map<String, Item> own = new LinkedHashMap<>();
    place.clinicalCase().items().forEach(i -> own.put(i.id(), i));
    for (String item : place.stage().items()) {
      Item found = own.get(item);
      if (found == null || items.put(item, found) != null) {
        throw new IllegalStateException("Item " + item + " is missing or stands twice in " + id);
      }
      placeOf.put(item, place.number());
    }
  }

  /** Its name and version. */
  public Id id() {
    return id;
  }

  /** Code of its clinical area. */
  public String area() {
    return area;
  }

  /** Its title. */
  public String title() {
    return title;
  }

  /** What a candidate should know about it, for example that it is a demo; null for nothing. */
  public @Nullable String note() {
    return note;
  }

  /** The cut in force, in percent of the scored items. */
  public int cutPercent() {
    return cutPercent;
  }

  /** The cases in their order. */
  public List<ClinicalCase> cases() {
    return cases;
  }

  /** Every stage of every case in order. */
  public List<Place> places() {
    return List.copyOf(places);
  }

  /** Ids of all questions in the order in which they open. */
  public List<String> itemIds() {
    return List.copyOf(items.keySet());
  }

  /** The question of that id. */
  public Optional<Item> item(String item) {
    return Optional.ofNullable(items.get(item));
  }

  /** The stage at which the question opens. */
  public Place placeOf(String item) {
    return places.get(placeOf.getOrDefault(item, 0));
  }
}
