package org.sonocert.media;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One ultrasound medium: always the same picture for the same recipe.
 *
 * @param file name in the media folder
 * @param label what the scanner writes above the picture: the view, never the finding
 */
record Recipe(String file, long seed, String label, Probe probe, Scene scene, Take take) {
  private static final double GAIN = 3;

  /** How a scene is kept: as a recording, as a strip, as a measured picture. */
  interface Take {
    void make(Scanner scanner, String label, Path to) throws IOException;
  }

  void make(Path folder) throws IOException {
    take.make(new Scanner(probe, scene, seed, GAIN), label, folder.resolve(file));
  }
}
