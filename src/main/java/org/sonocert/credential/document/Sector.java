package org.sonocert.credential.document;

import java.io.IOException;
import java.util.SplittableRandom;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/**
 * The drawing behind the words: an ultrasound sector whose echoes are drawn from the serial, so
 * that no two certificates look alike. To a screen reader it is not there.
 */
final class Sector {
  private static final double LEFT = -112; // degrees, counted from the x axis
  private static final double RIGHT = -39;
  private static final double APEX_X = 688;
  private static final double APEX_Y = 668;
  private static final double NEAR = 62;
  private static final double FAR = 760;
  private static final int GROUND = 0x06393d;
  private static final int ECHO = 0x5fcbc9;
  private static final int BRIGHT = 0xd9f4f1;

  private final PDPageContentStream out;

  private Sector(PDPageContentStream out) {
    this.out = out;
  }

  /** Draws below what the page holds already. */
  static void behind(PDDocument document, PDPage page, String serial) throws IOException {
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, AppendMode.PREPEND, true)) {
      out.beginMarkedContent(COSName.ARTIFACT);
      out.saveGraphicsState();
      Sector sector = new Sector(out);
      sector.ground();
      sector.echoes(new SplittableRandom(serial.hashCode()));
      sector.ruler();
      out.restoreGraphicsState();
      sector.mark();
      out.endMarkedContent();
    }
  }

  private void ground() throws IOException {
    wedge(NEAR, FAR, LEFT, RIGHT);
    out.clip();
    colour(GROUND);
    out.addRect(0, 0, 842, 596);
    out.fill();
    for (int band = 0; band < 26; band++) { // brighter near the probe, as a real one is
      double from = NEAR + band * 9;
      colour(mix(GROUND, 0x0b6a6d, 0.62 - band * 0.024));
      wedge(from, from + 9.4, LEFT, RIGHT);
      out.fill();
    }
  }

  /** Specks on arcs, in three strong layers and a haze between. */
  private void echoes(SplittableRandom random) throws IOException {
    double[] layers = {150, 262, 374, 486, 610};
    for (double depth = NEAR + 8; depth < FAR; depth += 5.2) {
      double near = nearest(layers, depth);
      double strength = Math.exp(-near * near / 130);
      int specks = (int) (7 + 44 * strength);
      for (int i = 0; i < specks; i++) {
        double at = LEFT + (RIGHT - LEFT) * random.nextDouble();
        double length = (0.35 + 2.4 * random.nextDouble()) * (0.6 + strength);
        double light =
            Math.min(1, 0.10 + 0.55 * strength * random.nextDouble() + 0.16 * random.nextDouble());
        out.setLineWidth((float) (0.5 + 1.5 * strength * random.nextDouble()));
        stroke(light > 0.5 ? mix(ECHO, BRIGHT, (light - 0.5) * 2) : mix(GROUND, ECHO, light * 1.5));
        arc(depth + 3 * random.nextDouble(), at, Math.min(RIGHT, at + length), true);
        out.stroke();
      }
    }
  }

  private static double nearest(double[] layers, double depth) {
    double nearest = Double.MAX_VALUE;
    for (double layer : layers) {
      nearest = Math.min(nearest, Math.abs(layer - depth));
    }
    return nearest;
  }

  /** Marks of depth along the left edge. */
  private void ruler() throws IOException {
    stroke(BRIGHT);
    out.setLineWidth(0.8f);
    for (double depth = 120; depth < FAR; depth += 28) {
      double angle = Math.toRadians(LEFT + 0.9);
      double next = Math.toRadians(LEFT + 0.9 + 500 / depth * 0.9);
      out.moveTo(x(depth, angle), y(depth, angle));
      out.lineTo(x(depth, next), y(depth, next));
      out.stroke();
    }
  }

  /** The programme's mark, small, beside its name. */
  private void mark() throws IOException {
    Sector small = new Sector(out);
    colour(0x0b6a6d);
    small.fan(70, 562, 8, 34, -128, -52);
    out.fill();
    stroke(0xffffff);
    out.setLineWidth(1.7f);
    out.setLineCapStyle(1);
    small.arcAt(70, 562, 17, -115, -65);
    out.stroke();
    small.arcAt(70, 562, 25, -118, -62);
    out.stroke();
  }

  private void wedge(double near, double far, double from, double to) throws IOException {
    fan(APEX_X, APEX_Y, near, far, from, to);
  }

  private void fan(double cx, double cy, double near, double far, double from, double to)
      throws IOException {
    Arc.draw(out, cx, cy, far, from, to, true);
    Arc.draw(out, cx, cy, near, to, from, false);
    out.closePath();
  }

  private void arc(double radius, double from, double to, boolean move) throws IOException {
    Arc.draw(out, APEX_X, APEX_Y, radius, from, to, move);
  }

  private void arcAt(double cx, double cy, double radius, double from, double to)
      throws IOException {
    Arc.draw(out, cx, cy, radius, from, to, true);
  }

  private static float x(double radius, double angle) {
    return (float) (APEX_X + radius * Math.cos(angle));
  }

  private static float y(double radius, double angle) {
    return (float) (APEX_Y + radius * Math.sin(angle));
  }

  private void colour(int rgb) throws IOException {
    out.setNonStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
  }

  private void stroke(int rgb) throws IOException {
    out.setStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
  }

  private static float part(int rgb, int shift) {
    return ((rgb >> shift) & 0xff) / 255f;
  }

  private static int mix(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = (from >> shift) & 0xff;
      int b = (to >> shift) & 0xff;
      mixed |= (int) Math.round(a + (b - a) * Math.max(0, Math.min(1, share))) << shift;
    }
    return mixed;
  }
}
