package org.zhengtong.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file to which the stream writes a line after each call that came back. A plain write is enough: only processes are
 * killed, so what was handed to the system is kept.
 */
final class Acknowledgements {

    private final FileChannel file;

    private Acknowledgements(FileChannel file) {
        this.file = file;
    }

    /** One acknowledged call: what was done to which case or draft. */
    record Line(String what, String of, List<String> more) {}

    static Acknowledgements open(Path path) throws IOException {
        return new Acknowledgements(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    synchronized void add(String what, Object of, Object... more) {
        var line = new StringBuilder(what).append(' ').append(of);
        for (var one : more) {
            line.append(' ').append(one);
        }
        try {
            file.write(ByteBuffer.wrap(line.append('\n').toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines; one cut off by a kill is none. */
    static List<Line> read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        var text = Files.readString(path);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return whole.lines().map(Acknowledgements::parse).toList();
    }

    private static Line parse(String line) {
        var words = line.split(" ", -1);
        return new Line(words[0], words[1], Stream.of(words).skip(2).toList());
    }
}
