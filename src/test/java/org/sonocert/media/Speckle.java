package org.sonocert.media;

import java.util.Random;

/** Two complex Gaussian fields, blurred more across the beams than along them. */
final class Speckle {
  private static final int WIDE = 512;
  private static final int LONG = 1024;

  private final float[][] parts = new float[4][];

  Speckle(long seed, double acrossBeams, double alongBeam) {
    Random random = new Random(seed);
    for (int p = 0; p < parts.length; p++) {
      float[] field = new float[WIDE * LONG];
      for (int i = 0; i < field.length; i++) {
        field[i] = (float) random.nextGaussian();
      }
      parts[p] = normal(blur(blur(field, acrossBeams, LONG, WIDE, 1), alongBeam, 1, LONG, LONG));
    }
  }

  /** Magnitude at a place; two looks are averaged, as scanners do, so that grain is soft. */
  double at(double beam, double sample, double phase) {
    double c = Math.cos(phase);
    double s = Math.sin(phase);
    return Math.sqrt((power(beam, sample, c, s) + power(beam + 131.6, sample + 411.3, c, s)) / 2);
  }

  private double power(double beam, double sample, double c, double s) {
    int i = (int) Math.floor(beam);
    int j = (int) Math.floor(sample);
    double a = beam - i;
    double b = sample - j;
    int left = Math.floorMod(i, WIDE) * LONG;
    int right = Math.floorMod(i + 1, WIDE) * LONG;
    int upper = Math.floorMod(j, LONG);
    int lower = Math.floorMod(j + 1, LONG);
    double re = 0;
    double im = 0;
    for (int k = 0; k < 4; k++) {
      int place = (k & 1) == 0 ? left : right;
      place += k < 2 ? upper : lower;
      double weight = ((k & 1) == 0 ? 1 - a : a) * (k < 2 ? 1 - b : b);
      re += weight * (c * parts[0][place] + s * parts[2][place]);
      im += weight * (c * parts[1][place] + s * parts[3][place]);
    }
    return re * re + im * im;
  }

  /** Blurs lines of {@code length} cells that lie {@code stride} apart, around the edge. */
  private static float[] blur(float[] from, double sigma, int stride, int length, int lineStride) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * reach + 1];
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = (float) Math.exp(-k * k / (2 * sigma * sigma));
    }
    float[] to = new float[from.length];
    for (int line = 0; line < from.length / length; line++) {
      for (int i = 0; i < length; i++) {
        float sum = 0;
        for (int k = -reach; k <= reach; k++) {
          sum +=
              kernel[k + reach] * from[line * lineStride + Math.floorMod(i + k, length) * stride];
        }
        to[line * lineStride + i * stride] = sum;
      }
    }
    return to;
  }

  private static float[] normal(float[] field) {
    double sum = 0;
    for (float value : field) {
      sum += value * value;
    }
    float scale = (float) (1 / Math.sqrt(2 * sum / field.length));
    for (int i = 0; i < field.length; i++) {
      field[i] *= scale;
    }
    return field;
  }
}
