package org.sonocert.media;

import java.util.List;
import java.util.stream.Stream;
import org.sonocert.media.Stills.Caliper;

/** All ultrasound media of the demo cases. */
final class Recipes {
  private static final Probe LINEAR = new Probe.Linear(4.6, 6);
  private static final Probe CURVED = new Probe.Curved(Abdomen.PROBE, 0.56, 13);
  private static final Probe DEEP = new Probe.Curved(Abdomen.PROBE, 0.56, 15);

  private Recipes() {}

  static List<Recipe> all() {
    return Stream.of(firstLung(), secondLung(), firstAorta(), secondAorta())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Recipe> firstLung() {
    Lung slides = straight(0.35, 101);
    Lung stands = straight(0, 102);
    return List.of(
        new Recipe("lng-01-right.mp4", 101, "R ANTERIOR CHEST", LINEAR, slides, Recording::make),
        new Recipe(
            "lng-01-right-mmode.jpg", 101, "R ANTERIOR CHEST", LINEAR, slides, Stills::strip),
        new Recipe("lng-01-left.mp4", 102, "L ANTERIOR CHEST", LINEAR, stands, Recording::make),
        new Recipe(
            "lng-01-left-mmode.jpg", 102, "L ANTERIOR CHEST", LINEAR, stands, Stills::strip));
  }

  private static List<Recipe> secondLung() {
    Lung right = curved(201, -1.25, -0.4, 0.3, 1.2);
    Lung left = curved(202, -1.0, -0.55, 0.45, 1.3);
    Scene foam = new Covered(left, 0.4, -9, 9, Abdomen.PROBE, new Grain(203));
    return List.of(
        new Recipe("lng-02-right.mp4", 201, "R UPPER ANTERIOR", CURVED, right, Recording::make),
        new Recipe("lng-02-left.mp4", 202, "L UPPER ANTERIOR", CURVED, left, Recording::make),
        new Recipe("lng-02-dressing.mp4", 203, "L LOWER LATERAL", CURVED, foam, Recording::make));
  }

  private static List<Recipe> firstAorta() {
    Scene across = new AortaAcross(belly(301, 9.7, false), 0.35, 8.4, 1.9, 1.64, 7);
    Scene along = new AortaAlong(belly(301, 9.7, true), 8.4, 1.9, 0, 7);
    return List.of(
        new Recipe(
            "aaa-01-transverse.mp4", 301, "AORTA TRANS MID", CURVED, across, Recording::make),
        new Recipe("aaa-01-longitudinal.mp4", 302, "AORTA LONG", CURVED, along, Recording::make),
        new Recipe(
            "aaa-01-calipers.jpg",
            301,
            "AORTA TRANS MID",
            CURVED,
            across,
            Stills.panels(
                0.35,
                6.9,
                4.6,
                new Caliper("A", 0.35, 7.68, 0.35, 9.06),
                new Caliper("B", -0.6, 8.4, 1.3, 8.4),
                new Caliper("C", 0.35, 7.45, 0.35, 9.35),
                new Caliper("D", 0.35, 7.45, 0.35, 9.77))));
  }

  private static List<Recipe> secondAorta() {
    Scene across = new AortaAcross(belly(401, 11.2, false), 0.5, 8.4, 5.4, 2.9, 11);
    Scene along = new AortaAlong(belly(401, 11.2, true), 9.2, 2.3, 3.1, 11);
    Scene hidden = new AortaAcross(belly(403, 9.4, false), 0.3, 8.3, 2.6, 2.2, 11);
    Scene gas = new Covered(hidden, 3.1, -3.9, 4.2, Abdomen.PROBE, new Grain(403));
    return List.of(
        new Recipe("aaa-02-transverse.mp4", 401, "AORTA TRANS", DEEP, across, Recording::make),
        new Recipe("aaa-02-longitudinal.mp4", 402, "AORTA LONG", DEEP, along, Recording::make),
        new Recipe("aaa-02-distal.mp4", 403, "AORTA TRANS DISTAL", CURVED, gas, Recording::make),
        new Recipe(
            "aaa-02-calipers.jpg",
            401,
            "AORTA TRANS",
            DEEP,
            across,
            Stills.measured(
                new Caliper("A 2.9 CM", 0.84, 7.49, 0.84, 10.39),
                new Caliper("B 5.4 CM", 0.5, 5.7, 0.5, 11.1))));
  }

  private static Lung straight(double slide, long seed) {
    return new Lung(1.75, 1.05, 1.75, 2, slide, new double[0], 0, new Grain(seed));
  }

  private static Lung curved(long seed, double... rays) {
    return new Lung(2.3, 1.35, 2.6, 3, 0.4, rays, Abdomen.PROBE, new Grain(seed));
  }

  private static Abdomen belly(long seed, double spine, boolean along) {
    return new Abdomen(new Grain(seed), spine, along);
  }
}
