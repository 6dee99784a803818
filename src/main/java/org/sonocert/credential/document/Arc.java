package org.sonocert.credential.document;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Part of a circle, as the curves that a page has. */
final class Arc {
  private static final double LONGEST = 30;

  private Arc() {}

  /** Adds it to the path; begins the path there, or goes on with a line to its first point. */
  static void draw(
      PDPageContentStream out,
      double cx,
      double cy,
      double radius,
      double from,
      double to,
      boolean begins)
      throws IOException {
    int pieces = (int) Math.max(1, Math.ceil(Math.abs(to - from) / LONGEST));
    double step = Math.toRadians((to - from) / pieces);
    double reach = 4.0 / 3 * Math.tan(step / 4) * radius;
    double at = Math.toRadians(from);
    float x = (float) (cx + radius * Math.cos(at));
    float y = (float) (cy + radius * Math.sin(at));
    if (begins) {
      out.moveTo(x, y);
    } else {
      out.lineTo(x, y);
    }
    for (int i = 0; i < pieces; i++) {
      double next = at + step;
      out.curveTo(
          (float) (cx + radius * Math.cos(at) - reach * Math.sin(at)),
          (float) (cy + radius * Math.sin(at) + reach * Math.cos(at)),
          (float) (cx + radius * Math.cos(next) + reach * Math.sin(next)),
          (float) (cy + radius * Math.sin(next) - reach * Math.cos(next)),
          (float) (cx + radius * Math.cos(next)),
          (float) (cy + radius * Math.sin(next)));
      at = next;
    }
  }
}
