package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The folder with the contents: {@code files/ab/cd/<sha256>}, and {@code files/incoming} for what is still arriving. */
@Component
class ContentFolder implements Contents {
    private static final int PIECE = 64 * 1024;

    private final Path root;
    private final Path incoming;
    private final DiskSpace space;

    ContentFolder(@Value("${zhengtong.data-dir:var}") Path data, DiskSpace space) {
        this.space = space;
        this.root = data.toAbsolutePath().resolve("files");
        this.incoming = root.resolve("incoming");
    }

    /** A file that has arrived whole; deleted on close unless it was placed. */
    record Arrived(Path path, String digest, long size) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where uploads wait until they are looked at. */
    Path incoming() throws IOException {
        return Files.createDirectories(incoming);
    }

    /** Streams to disk, stopping one byte after {@code most}: a larger file arrives with that size and cannot fill the disk. */
    Arrived receive(InputStream content, long most) throws IOException {
        space.require(incoming());
        var path = Files.createTempFile(incoming(), "upload-", ".part");
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var digest = sha256();
            var piece = new byte[PIECE];
            long size = 0;
            int read = content.read(piece);
            while (read >= 0 && size <= most) {
                digest.update(piece, 0, read);
                write(channel, ByteBuffer.wrap(piece, 0, read));
                size += read;
                read = size <= most ? content.read(piece) : -1;
            }
            channel.force(true);
            return new Arrived(path, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException broken) {
            Files.deleteIfExists(path);
            throw DiskSpace.translated(broken);
        } catch (RuntimeException broken) {
            Files.deleteIfExists(path);
            throw broken;
        }
    }

    private static void write(FileChannel channel, ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            channel.write(piece);
        }
    }

    @Override
    public void place(Arrived arrived) throws IOException {
        var home = Files.createDirectories(homeOf(arrived.digest()));
        var target = pathOf(arrived.digest());
        if (Files.exists(target) && Files.size(target) == arrived.size()) {
            return;
        }
        try {
            // a link, so that the arrived file is still there should the nightly cleaning take the place at this moment
            Files.createLink(target, arrived.path());
        } catch (FileAlreadyExistsException another) {
            if (Files.size(target) != arrived.size()) {
                Files.move(arrived.path(), target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (UnsupportedOperationException noLinksHere) {
            Files.move(arrived.path(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        force(home);
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public boolean holds(String digest) {
        return Files.isRegularFile(pathOf(digest));
    }

    Path pathOf(String digest) {
        return homeOf(digest).resolve(digest);
    }

    private Path homeOf(String digest) {
        return root.resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4));
    }

    @Override
    public Resource open(String digest, long size) {
        return new FileSystemResource(pathOf(digest));
    }

    @Override
    public Local local(String digest) {
        var path = pathOf(digest);
        return new Local() {
            @Override
            public Path path() {
                return path;
            }

            @Override
            public void close() {
                // it stays where it is
            }
        };
    }

    @Override
    public void remove(String digest) {
        try {
            Files.deleteIfExists(pathOf(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes pieces of uploads whose program died. */
    int removeLeftovers(Instant before) {
        int removed = 0;
        try (var parts = Files.list(incoming())) {
            for (var part : parts.toList()) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before) && Files.deleteIfExists(part)) {
                    removed++;
                }
            }
            return removed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256", missing);
        }
    }
}
