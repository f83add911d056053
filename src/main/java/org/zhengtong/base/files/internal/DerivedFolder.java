package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.files.internal.guard.GuardedOutcome;
import org.zhengtong.base.files.internal.guard.GuardedWork;

/** Thumbnails that were drawn once, in {@code files/derived}; each instance has its own, and may lose them. */
@Component
class DerivedFolder {
    /** Twice the width at which pages show it, for screens with fine pixels. */
    private static final int SIDE = 480;

    private final Path root;
    private final Contents contents;
    private final GuardedWork guarded;

    DerivedFolder(@Value("${zhengtong.data-dir:var}") Path data, Contents contents, GuardedWork guarded) {
        this.root = data.toAbsolutePath().resolve("files").resolve("derived");
        this.contents = contents;
        this.guarded = guarded;
    }

    /** The thumbnail, drawn now when it is the first time; empty bytes say that the file cannot be drawn. */
    Resource thumbnail(StoredFile file) {
        try {
            var place = placeOf(file.digest());
            if (!Files.exists(place)) {
                keep(place, draw(file));
            }
            return new FileSystemResource(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] draw(StoredFile file) throws IOException {
        try (var local = contents.local(file.digest())) {
            return switch (guarded.thumbnail(local.path(), file.mediaType().toString(), SIDE)) {
                case GuardedOutcome.Done(var picture) -> picture;
                case GuardedOutcome.Failed _ -> new byte[0];
            };
        }
    }

    private static void keep(Path place, byte[] picture) throws IOException {
        Files.createDirectories(place.getParent());
        var fresh = Files.createTempFile(place.getParent(), "drawn-", ".part");
        Files.write(fresh, picture);
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path placeOf(String digest) {
        return root.resolve(digest.substring(0, 2)).resolve(digest + ".jpg");
    }

    void remove(String digest) {
        try {
            Files.deleteIfExists(placeOf(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
