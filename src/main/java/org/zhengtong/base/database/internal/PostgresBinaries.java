package org.zhengtong.base.database.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import org.zhengtong.base.database.StartupFailure;

/** Unpacks PostgreSQL's programs for this machine once; a half-unpacked folder is never used. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder with {@code bin/}, below {@code parent}, named for the archive so that an upgrade unpacks anew. */
    static Path unpack(Path parent) throws IOException {
        var archive = archive();
        try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new StartupFailure("database.no_binaries", null, archive);
            }
            var target = parent.resolve("programs-18.6");
            if (!Files.isDirectory(target)) {
                var half = Files.createTempDirectory(Files.createDirectories(parent), "programs-");
                makePassable(half);
                unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), half);
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return target;
        }
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64");
        var name = system.contains("win") ? "windows" : system.contains("mac") ? "darwin" : "linux";
        return "postgres-" + name + (arm ? "-arm_64.txz" : "-x86_64.txz");
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        TarArchiveEntry entry;
        while ((entry = tar.getNextEntry()) != null) {
            var path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("Entry outside the archive's folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("Hard link in archive: " + entry.getName());
        } else {
            Files.copy(tar, path);
            path.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
        }
    }

    private static void makePassable(Path folder) {
        var file = folder.toFile();
        file.setReadable(true, false);
        file.setExecutable(true, false);
    }
}
