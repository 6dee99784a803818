package org.sonocert.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A grey picture of 800 × 600 with the few strokes and letters that a scanner burns in. */
final class Picture {
  static final int WIDTH = 800;
  static final int HEIGHT = 600;

  final byte[] pixels;
  private final BufferedImage image =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);

  Picture() {
    pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  BufferedImage image() {
    return image;
  }

  void dot(int x, int y, double grey) {
    if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) {
      pixels[y * WIDTH + x] = (byte) Math.round(grey);
    }
  }

  void box(int x, int y, int width, int height, double grey) {
    for (int j = y; j < y + height; j++) {
      for (int i = x; i < x + width; i++) {
        dot(i, j, grey);
      }
    }
  }

  void text(String words, int x, int y, int scale, double grey) {
    int at = x;
    for (char letter : words.toCharArray()) {
      for (int column = 0; column < 5; column++) {
        for (int row = 0; row < 7; row++) {
          if (Lettering.set(letter, column, row)) {
            box(at + column * scale, y + row * scale, scale, scale, grey);
          }
        }
      }
      at += 6 * scale;
    }
  }

  /** A measuring cross on a dark outline, so that it stands out from bright and dark tissue. */
  void cross(double x, double y, int arm) {
    int i = (int) Math.round(x);
    int j = (int) Math.round(y);
    box(i - arm - 1, j - 2, 2 * arm + 3, 5, 0);
    box(i - 2, j - arm - 1, 5, 2 * arm + 3, 0);
    box(i - arm, j - 1, 2 * arm + 1, 2, 255);
    box(i - 1, j - arm, 2, 2 * arm + 1, 255);
  }

  /** A dotted line. */
  void dots(double fromX, double fromY, double toX, double toY) {
    int count = (int) Math.max(2, Math.hypot(toX - fromX, toY - fromY) / 7);
    for (int k = 0; k <= count; k++) {
      double share = (double) k / count;
      box(
          (int) Math.round(fromX + (toX - fromX) * share),
          (int) Math.round(fromY + (toY - fromY) * share),
          2,
          2,
          235);
    }
  }

  /** What every picture says of itself. */
  void label(String what) {
    text(what, 14, 12, 2, 190);
    text("SYNTHETIC – NOT A PATIENT", 14, HEIGHT - 24, 2, 225);
    for (int k = 0; k < 128; k++) {
      box(14, 180 + k, 10, 1, 255 - 2.0 * k);
    }
  }
}
