package org.sonocert.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Keeps a scene as a JPEG: a measured picture, panels to compare, or an M-mode strip. */
final class Stills {
  private static final int PANEL_WIDTH = 340;
  private static final int PANEL_HEIGHT = 250;

  /** Two crosses with a dotted line between them, in centimeters. */
  record Caliper(String name, double fromX, double fromZ, double toX, double toZ) {
    Caliper named(String other) {
      return new Caliper(other, fromX, fromZ, toX, toZ);
    }
  }

  private Stills() {}

  static Recipe.Take measured(Caliper... calipers) {
    return (scanner, label, to) -> {
      Picture picture = new Picture();
      Screen screen = Screen.whole(scanner.probe);
      screen.draw(scanner.frame(0), picture);
      screen.ticks(picture);
      List.of(calipers).forEach(caliper -> mark(caliper, screen, picture));
      save(picture, label, to);
    };
  }

  /** The same part of the picture four times, each with another caliper. */
  static Recipe.Take panels(double midX, double topZ, double wide, Caliper... calipers) {
    return (scanner, label, to) -> {
      Picture picture = new Picture();
      float[] frozen = scanner.frame(0);
      for (int k = 0; k < calipers.length; k++) {
        int left = 52 + k % 2 * (PANEL_WIDTH + 14);
        int top = 42 + k / 2 * (PANEL_HEIGHT + 14);
        Screen screen =
            new Screen(scanner.probe, left, top, PANEL_WIDTH, PANEL_HEIGHT, midX, topZ, wide);
        screen.draw(frozen, picture);
        Caliper caliper = calipers[k];
        mark(caliper.named(""), screen, picture);
        picture.box(left + 6, top + 6, 24, 28, 0);
        picture.text(caliper.name(), left + 10, top + 9, 3, 255);
      }
      save(picture, label, to);
    };
  }

  static void strip(Scanner scanner, String label, Path to) throws IOException {
    Picture picture = new Picture();
    MMode.draw(scanner, Probe.BEAMS / 2, picture);
    save(picture, label, to);
  }

  private static void mark(Caliper caliper, Screen screen, Picture picture) {
    double fromX = screen.pixelX(caliper.fromX());
    double fromY = screen.pixelY(caliper.fromZ());
    double toX = screen.pixelX(caliper.toX());
    double toY = screen.pixelY(caliper.toZ());
    picture.dots(fromX, fromY, toX, toY);
    picture.cross(fromX, fromY, 5);
    picture.cross(toX, toY, 5);
    picture.text(caliper.name(), (int) toX + 10, (int) toY + 6, 2, 255);
  }

  private static void save(Picture picture, String label, Path to) throws IOException {
    picture.label(label);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(0.85f);
    to.toFile().delete();
    try (FileImageOutputStream out = new FileImageOutputStream(to.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture.image(), null, null), how);
    } finally {
      writer.dispose();
    }
  }
}
