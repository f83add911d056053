package org.zhengtong.base.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this instance's index. Instances that share a data folder take one place each, held by a lock of the
 * operating system, which a killed program loses.
 */
final class IndexFolder implements AutoCloseable {
    private static final int MOST_INSTANCES = 64;
    private static final String GENERATION = "generation-";

    private final Path place;
    private final FileChannel channel;
    private final FileLock lock;

    private IndexFolder(Path place, FileChannel channel, FileLock lock) {
        this.place = place;
        this.channel = channel;
        this.lock = lock;
    }

    static IndexFolder take(Path root) {
        try {
            for (var number = 0; number < MOST_INSTANCES; number++) {
                var place = Files.createDirectories(root.resolve("instance-" + number));
                var channel =
                        FileChannel.open(place.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = tryLock(channel);
                if (lock != null) {
                    return new IndexFolder(place, channel, lock);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("All places for an index are taken in " + root);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException taken) {
            return null;
        }
    }

    /** The newest finished index; older and unfinished ones are deleted. */
    Optional<Path> finished() {
        var newestFirst = generations();
        var newest = newestFirst.stream()
                .filter(folder -> IndexPositions.read(folder).isPresent())
                .findFirst();
        newestFirst.stream()
                .filter(folder -> newest.filter(folder::equals).isEmpty())
                .forEach(FolderIndex::delete);
        return newest;
    }

    /** An empty folder for the next index. */
    Path next() {
        try {
            var number =
                    generations().stream().mapToLong(IndexFolder::number).max().orElse(0) + 1;
            return Files.createDirectories(place.resolve(GENERATION + number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> generations() {
        try (var folders = Files.list(place)) {
            return folders.filter(folder -> folder.getFileName().toString().matches(GENERATION + "[0-9]{1,9}"))
                    .sorted(Comparator.comparingLong(IndexFolder::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Path folder) {
        return Long.parseLong(folder.getFileName().toString().substring(GENERATION.length()));
    }

    @Override
    public void close() throws IOException {
        lock.close();
        channel.close();
    }
}
