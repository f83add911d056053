package org.zhengtong.data.exchange.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.NodeCode;

/**
 * The two folders of a ferry for each node: {@code <node>/out}, from which something else carries, and {@code <node>/in}, into which
 * it carries. A file has its name only when it is complete on the disk.
 */
@Component
public class FerryFolder {

    static final String ENDING = ".ztx";

    private static final int MOST_WAITING = 200;

    private final Path root;

    FerryFolder(@Value("${zhengtong.data-dir:var}") Path data, ExchangeSettings settings) {
        var folder = settings.ferryFolder();
        root = (folder == null ? data.resolve("ferry") : folder)
                .toAbsolutePath()
                .normalize();
    }

    /** Where a node's files are put out. */
    public Path out(NodeCode node) {
        return root.resolve(node.value()).resolve("out");
    }

    /** Where a node's files come in. */
    public Path in(NodeCode node) {
        return root.resolve(node.value()).resolve("in");
    }

    /** Whether what was put out is carried away, so that more may be put there. */
    boolean hasRoom(NodeCode node) throws IOException {
        return files(out(node)).size() < MOST_WAITING;
    }

    /** Puts a file out: under another name, forced to the disk, then renamed. */
    void put(NodeCode node, String name, byte[] content) throws IOException {
        var folder = Files.createDirectories(out(node));
        var part = folder.resolve(name + ".part");
        try (var file = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Files that came in, oldest name first. */
    List<Path> waiting(NodeCode node) throws IOException {
        return files(Files.createDirectories(in(node)));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
