package org.sonocert.media;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps a scene as H.264: six seconds, 25 frames a second, playable while it loads. */
final class Recording {
  private static final int FRAMES_A_SECOND = 25;

  private Recording() {}

  static void make(Scanner scanner, String label, Path to) throws IOException {
    Screen screen = Screen.whole(scanner.probe);
    Picture picture = new Picture();
    String size = Picture.WIDTH + "x" + Picture.HEIGHT;
    String command =
        "-f rawvideo -pix_fmt gray -s "
            + size
            + " -r "
            + FRAMES_A_SECOND
            + " -i -"
            + " -vf scale=in_range=full:out_range=tv,format=yuv420p -color_range tv"
            + " -c:v libopenh264 -b:v 560k -maxrate 620k -g 150 -threads 1"
            + " -map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart "
            + to;
    Ffmpeg.encode(
        child -> {
          for (int k = 0; k < Scene.PERIOD * FRAMES_A_SECOND; k++) {
            screen.draw(scanner.frame((double) k / FRAMES_A_SECOND), picture);
            screen.ticks(picture);
            picture.label(label);
            child.write(picture.pixels);
          }
        },
        command.split(" "));
  }
}
