package org.sonocert.media;

/** What comes back from one point. A scene fills it in, layer over layer. */
final class Echo {
  /** Echogenicity against ordinary tissue, in decibels. */
  double level;

  /** 0 = all speckle, 1 = a mirror without speckle. */
  double mirror;

  /** How far the tissue at this point has moved, in centimeters. */
  double movedX;

  double movedZ;

  /** How fast its speckle changes: 0 for tissue, more for blood and noise. */
  double flicker;

  Echo reset() {
    level = 0;
    mirror = 0;
    movedX = 0;
    movedZ = 0;
    flicker = 0;
    return this;
  }

  void tissue(double decibels) {
    level = decibels;
    mirror = 0;
  }

  /** A bright boundary: {@code share} 1 on it, falling to 0 beside it. */
  void boundary(double share, double decibels) {
    if (share > 0.02) {
      level = Math.max(level, level + (decibels - level) * share);
      mirror = Math.max(mirror, 0.45 * share);
    }
  }

  void attenuate(double decibels) {
    level -= decibels;
    mirror *= Math.exp(-decibels / 12);
  }
}
