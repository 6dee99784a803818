package org.sonocert.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/**
 * One ultrasound medium: always the same picture for the same recipe.
 *
 * @param file name in the media folder; {@code .mp4} is recorded, {@code -mmode.jpg} is a strip
 * @param label what the scanner writes above the picture: the view, never the finding
 * @param marks places of calipers on a still
 */
record Recipe(String file, long seed, String label, Probe probe, Scene scene, List<Caliper> marks) {
  private static final int FRAMES_A_SECOND = 25;

  /** Two crosses with a dotted line between them, in centimeters. */
  record Caliper(String name, double fromX, double fromZ, double toX, double toZ) {}

  Recipe(String file, long seed, String label, Probe probe, Scene scene) {
    this(file, seed, label, probe, scene, List.of());
  }

  void make(Path folder) throws IOException {
    Scanner scanner = new Scanner(probe, scene, seed, 3);
    Screen screen = new Screen(probe, 60, 46, 660, 520);
    Picture picture = new Picture();
    if (file.endsWith(".mp4")) {
      record(scanner, screen, picture, folder.resolve(file));
    } else if (file.endsWith("-mmode.jpg")) {
      MMode.draw(scanner, Probe.BEAMS / 2, picture);
      picture.label(label);
      save(picture, folder.resolve(file));
    } else {
      frame(scanner, screen, picture, 0);
      marks.forEach(mark -> mark(mark, screen, picture));
      save(picture, folder.resolve(file));
    }
  }

  private void frame(Scanner scanner, Screen screen, Picture picture, double seconds) {
    screen.draw(scanner.frame(seconds), picture);
    screen.ticks(picture);
    picture.label(label);
  }

  private void record(Scanner scanner, Screen screen, Picture picture, Path to) throws IOException {
    Ffmpeg.encode(
        child -> {
          for (int k = 0; k < Scene.PERIOD * FRAMES_A_SECOND; k++) {
            frame(scanner, screen, picture, (double) k / FRAMES_A_SECOND);
            child.write(picture.pixels);
          }
        },
        ("-f rawvideo -pix_fmt gray -s %dx%d -r %d -i - -vf"
                + " scale=in_range=full:out_range=tv,format=yuv420p -c:v libopenh264 -b:v 560k"
                + " -maxrate 620k -g 75 -threads 1 -map_metadata -1 -fflags +bitexact -flags:v +bitexact"
                + " -movflags +faststart %s")
            .formatted(Picture.WIDTH, Picture.HEIGHT, FRAMES_A_SECOND, to)
            .split(" "));
  }

  private static void mark(Caliper mark, Screen screen, Picture picture) {
    double fromX = screen.pixelX(mark.fromX());
    double fromY = screen.pixelY(mark.fromZ());
    double toX = screen.pixelX(mark.toX());
    double toY = screen.pixelY(mark.toZ());
    picture.dots(fromX, fromY, toX, toY);
    picture.cross(fromX, fromY, 5);
    picture.cross(toX, toY, 5);
    picture.text(mark.name(), (int) toX + 9, (int) toY - 6, 2, 250);
  }

  private static void save(Picture picture, Path to) throws IOException {
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
