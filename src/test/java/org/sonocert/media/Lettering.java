package org.sonocert.media;

/** Capitals and figures of 5 × 7 dots, so that a picture needs no font of the machine. */
final class Lettering {
  private static final String DOTS =
      "0000000000 00005F0000 0007000700 147F147F14 242A7F2A12 2313086462 3649552250 0005030000"
          + " 001C224100 0041221C00 082A1C2A08 08083E0808 0050300000 0808080808 0060600000 2010080402"
          + " 3E5149453E 00427F4000 4261514946 2141454B31 1814127F10 2745454539 3C4A494930 0171090503"
          + " 3649494936 064949291E 0036360000 0056360000 0008142241 1414141414 4122140800 0201510906"
          + " 324979413E 7E1111117E 7F49494936 3E41414122 7F4141221C 7F49494941 7F09090101 3E41415132"
          + " 7F0808087F 00417F4100 2040413F01 7F08142241 7F40404040 7F0204027F 7F0408107F 3E4141413E"
          + " 7F09090906 3E4151215E 7F09192946 4649494931 01017F0101 3F4040403F 1F2040201F 7F2018207F"
          + " 6314081463 0304780403 6151494543";

  private Lettering() {}

  /** Whether a letter has a dot there; a dash stands for what is not in the table. */
  static boolean set(char letter, int column, int row) {
    int place = letter - ' ';
    int at = (place >= 0 && place * 11 < DOTS.length() ? place : '-' - ' ') * 11 + column * 2;
    return (Integer.parseInt(DOTS.substring(at, at + 2), 16) >> row & 1) == 1;
  }
}
