package org.sonocert.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that answers one line of the conversation as a test wants it. */
final class RudeServer implements AutoCloseable {
  static final String SILENCE = "silence";
  static final String RESET = "reset";

  private final ServerSocket socket;
  private final String line;
  private final String answer;
  private volatile int taken;

  /**
   * Answers a line that begins with {@code line} by {@code answer}; "" hangs up, {@link #SILENCE}
   * says nothing more, {@link #RESET} breaks the line.
   */
  RudeServer(String line, String answer) throws IOException {
    this.line = line;
    this.answer = answer;
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "rude-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many whole letters it has read to their last dot. */
  int taken() {
    return taken;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException e) {
        // the client or the test hung up
      }
    }
  }

  private void converse(Socket client) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    say(client.getOutputStream(), "220 rude");
    boolean data = false;
    for (String said = in.readLine(); said != null; said = in.readLine()) {
      boolean dot = data && said.equals(".");
      taken += dot ? 1 : 0;
      if (data && !dot) {
        continue;
      }
      if (said.startsWith(line)) {
        if (answer.isEmpty() || answer.equals(RESET)) {
          client.setSoLinger(answer.equals(RESET), 0);
          return;
        }
        if (answer.equals(SILENCE)) {
          continue;
        }
        say(client.getOutputStream(), answer);
        data = false;
        continue;
      }
      data = said.startsWith("DATA");
      say(
          client.getOutputStream(),
          data ? "354 go on" : said.startsWith("QUIT") ? "221 bye" : "250 ok");
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
