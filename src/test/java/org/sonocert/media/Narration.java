package org.sonocert.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Speaks a script with espeak-ng and notes in WebVTT when each line is heard. */
final class Narration {
  private static final int RATE = 22050;
  private static final int WAV_HEADER = 44;
  private static final Map<String, String[]> VOICES =
      Map.of(
          "Narrator", new String[] {"en-us", "40", "150"},
          "Clinician", new String[] {"en-us+f3", "52", "155"},
          "Patient", new String[] {"en-gb+m3", "34", "145"},
          "Patient, a woman", new String[] {"en-gb+f4", "58", "150"});

  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private final StringBuilder captions = new StringBuilder("WEBVTT\n");
  private int cues;

  /** Speaks {@code script} into an AAC file and its caption file. */
  static void speak(Script script, Path audio, Path vtt) throws IOException {
    Narration narration = new Narration();
    narration.silence(0.5);
    for (Script.Line line : script.lines()) {
      narration.say(line);
    }
    narration.silence(0.5);
    Ffmpeg.encode(
        child -> narration.sound.writeTo(child),
        ("-f s16le -ar %d -ac 1 -i - -af volume=0.9 -c:a aac -b:a 32k -map_metadata -1"
                + " -fflags +bitexact -flags:a +bitexact -movflags +faststart %s")
            .formatted(RATE, audio)
            .split(" "));
    Files.writeString(vtt, narration.captions);
  }

  private void say(Script.Line line) throws IOException {
    double begins = seconds();
    sound.write(voice(line));
    silence(0.15);
    captions.append(
        "\n%d\n%s --> %s\n<v %s>%s\n"
            .formatted(
                ++cues,
                stamp(begins),
                stamp(seconds()),
                line.speaker().replaceAll(",.*", ""),
                rows(line.words())));
    silence(line.endsParagraph() ? 0.55 : 0.1);
  }

  private static byte[] voice(Script.Line line) throws IOException {
    String[] voice = VOICES.get(line.speaker());
    if (voice == null) {
      throw new IOException("no voice for " + line.speaker());
    }
    Process child =
        new ProcessBuilder(
                "espeak-ng",
                "-v",
                voice[0],
                "-p",
                voice[1],
                "-s",
                voice[2],
                "--stdout",
                line.words())
            .start();
    child.getOutputStream().close();
    byte[] wav = child.getInputStream().readAllBytes();
    byte[] samples = new byte[Math.max(0, wav.length - WAV_HEADER) & ~1];
    System.arraycopy(wav, Math.min(WAV_HEADER, wav.length), samples, 0, samples.length);
    return samples;
  }

  private void silence(double seconds) {
    sound.writeBytes(new byte[2 * (int) (RATE * seconds)]);
  }

  private double seconds() {
    return sound.size() / 2.0 / RATE;
  }

  private static String stamp(double seconds) {
    long millis = Math.round(seconds * 1000);
    return String.format(
        Locale.ROOT, "%02d:%02d.%03d", millis / 60000, millis / 1000 % 60, millis % 1000);
  }

  private static String rows(String words) {
    if (words.length() <= Script.LONGEST / 2) {
      return words;
    }
    int middle = words.length() / 2;
    int after = words.indexOf(' ', middle);
    int before = words.lastIndexOf(' ', middle);
    int cut = after >= 0 && after - middle < middle - before ? after : before;
    return words.substring(0, cut) + "\n" + words.substring(cut + 1);
  }
}
