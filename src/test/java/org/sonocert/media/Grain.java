package org.sonocert.media;

/** Smooth random variation over the plane, the same for the same seed. */
record Grain(long seed) {
  /** About -1 to 1; one bump each unit. */
  double at(double u, double v) {
    int i = (int) Math.floor(u);
    int j = (int) Math.floor(v);
    double a = ease(u - i);
    double b = ease(v - j);
    double upper = corner(i, j) * (1 - a) + corner(i + 1, j) * a;
    double lower = corner(i, j + 1) * (1 - a) + corner(i + 1, j + 1) * a;
    return upper * (1 - b) + lower * b;
  }

  /** Two octaves. */
  double rough(double u, double v) {
    return 0.65 * at(u, v) + 0.35 * at(2.1 * u + 17, 2.1 * v + 5);
  }

  private double corner(int i, int j) {
    long h = seed * 0x9E3779B97F4A7C15L + i * 0xC2B2AE3D27D4EB4FL + j * 0x165667B19E3779F9L;
    h ^= h >>> 29;
    h *= 0xBF58476D1CE4E5B9L;
    h ^= h >>> 32;
    return (h & 0xFFFF) / 32767.5 - 1;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}
