package org.zhengtong.base.backup.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zhengtong.base.backup.BackupManifest;
import org.zhengtong.base.backup.BackupProblem;
import org.zhengtong.base.database.Migrations;
import org.zhengtong.base.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an archive; what is wrong with it is found before anything is done with it. */
public final class ArchiveReader implements AutoCloseable {

    private final Path archive;
    private final ZipFile zip;

    private ArchiveReader(Path archive, ZipFile zip) {
        this.archive = archive;
        this.zip = zip;
    }

    /** Opens an archive; one whose end is missing is refused here. */
    public static ArchiveReader open(Path archive) {
        try {
            return new ArchiveReader(archive, new ZipFile(archive.toFile()));
        } catch (ZipException e) {
            throw new ProblemException(BackupProblem.CUT_OR_NO_ARCHIVE, archive.toAbsolutePath());
        } catch (NoSuchFileException e) {
            throw new ProblemException(BackupProblem.FILE_NOT_FOUND, archive.toAbsolutePath());
        } catch (IOException e) {
            throw new ProblemException(
                    Files.exists(archive) ? BackupProblem.CUT_OR_NO_ARCHIVE : BackupProblem.FILE_NOT_FOUND,
                    archive.toAbsolutePath());
        }
    }

    /** The manifest, after everything in the archive was compared with it. */
    public BackupManifest checked() {
        var manifest = manifest();
        try {
            for (var table : manifest.tables()) {
                compare(table.entry(), table.digest());
            }
            for (var file : manifest.files()) {
                compare(file.entry(), file.digest());
            }
        } catch (IOException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
        return manifest;
    }

    private BackupManifest manifest() {
        try (var content = zip.getInputStream(Objects.requireNonNull(zip.getEntry(ArchiveWriter.MANIFEST)))) {
            var tree = JsonMapper.shared().readTree(content);
            requireOurs(tree);
            var manifest = JsonMapper.shared().treeToValue(tree, BackupManifest.class);
            requireKnown(manifest);
            return manifest;
        } catch (NullPointerException | JacksonException e) {
            throw new ProblemException(BackupProblem.FOREIGN, archive.toAbsolutePath());
        } catch (IOException e) {
            throw damaged(ArchiveWriter.MANIFEST);
        }
    }

    private void requireOurs(JsonNode manifest) {
        if (!BackupManifest.KIND.equals(manifest.path("kind").asString(""))) {
            throw new ProblemException(BackupProblem.FOREIGN, archive.toAbsolutePath());
        }
        if (manifest.path("format").asInt() > BackupManifest.FORMAT) {
            throw newer(manifest.path("program").asString(""));
        }
    }

    private void requireKnown(BackupManifest manifest) {
        var known = Migrations.newest();
        manifest.rooms().forEach((room, version) -> {
            if (version > known.getOrDefault(room, 0)) {
                throw newer(manifest.program());
            }
        });
    }

    private ProblemException newer(String program) {
        return new ProblemException(BackupProblem.NEWER, archive.toAbsolutePath(), program, ProgramVersion.ofThis());
    }

    private ProblemException damaged(String what) {
        return new ProblemException(BackupProblem.DAMAGED, archive.toAbsolutePath(), what);
    }

    private void compare(String entry, String digest) throws IOException {
        var read = new Digests(OutputStream.nullOutputStream());
        try (var content = content(entry)) {
            content.transferTo(read);
        }
        if (!read.hex().equals(digest)) {
            throw damaged(entry);
        }
    }

    /** What stands under this name in the archive. */
    InputStream content(String entry) throws IOException {
        var found = zip.getEntry(entry);
        if (found == null) {
            throw damaged(entry);
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
