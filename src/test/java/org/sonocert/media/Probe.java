package org.sonocert.media;

/** Where a beam's samples lie in the body: x to the right and z into it, in centimeters. */
interface Probe {
  int BEAMS = 256;
  int SAMPLES = 640;

  double depth();

  double x(double beam, double sample);

  double z(double beam, double sample);

  double beam(double x, double z);

  double sample(double x, double z);

  /** Distance between neighbouring beams at a sample. */
  double spacing(double sample);

  /** Half of the picture's width. */
  double reach();

  /** The highest point of the picture, zero or above the body. */
  double top();

  default double step() {
    return depth() / SAMPLES;
  }

  /** A straight row of elements. */
  record Linear(double width, double depth) implements Probe {
    @Override
    public double x(double beam, double sample) {
      return (beam / (BEAMS - 1) - 0.5) * width;
    }

    @Override
    public double z(double beam, double sample) {
      return sample * step();
    }

    @Override
    public double beam(double x, double z) {
      return (x / width + 0.5) * (BEAMS - 1);
    }

    @Override
    public double sample(double x, double z) {
      return z / step();
    }

    @Override
    public double spacing(double sample) {
      return width / (BEAMS - 1);
    }

    @Override
    public double reach() {
      return width / 2;
    }

    @Override
    public double top() {
      return 0;
    }
  }

  /** A curved row of elements: beams leave a circle of {@code radius} within ± {@code half}. */
  record Curved(double radius, double half, double depth) implements Probe {
    @Override
    public double x(double beam, double sample) {
      return (radius + sample * step()) * Math.sin(angle(beam));
    }

    @Override
    public double z(double beam, double sample) {
      return (radius + sample * step()) * Math.cos(angle(beam)) - radius;
    }

    @Override
    public double beam(double x, double z) {
      return (Math.atan2(x, z + radius) / half + 1) / 2 * (BEAMS - 1);
    }

    @Override
    public double sample(double x, double z) {
      return (Math.hypot(x, z + radius) - radius) / step();
    }

    @Override
    public double spacing(double sample) {
      return (radius + sample * step()) * 2 * half / (BEAMS - 1);
    }

    @Override
    public double reach() {
      return (radius + depth) * Math.sin(half);
    }

    @Override
    public double top() {
      return radius * Math.cos(half) - radius;
    }

    private double angle(double beam) {
      return (2 * beam / (BEAMS - 1) - 1) * half;
    }
  }
}
