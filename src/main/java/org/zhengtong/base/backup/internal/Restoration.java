package org.zhengtong.base.backup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.zhengtong.base.backup.BackupManifest;
import org.zhengtong.base.backup.BackupProblem;
import org.zhengtong.base.database.Migrations;
import org.zhengtong.base.database.NodeDatabase;
import org.zhengtong.base.problem.ProblemException;

/**
 * Makes a node out of an archive: beside the place where it belongs, and moved there when it is whole. A kill at any moment
 * leaves the node's folder as it was.
 */
public final class Restoration {

    private final Environment settings;
    private final Path folder;

    public Restoration(Environment settings) {
        this.settings = settings;
        folder = NodeDatabase.folderOf(settings);
    }

    /** Checks, then restores. */
    public BackupManifest restore(Path archive) {
        try (var opened = ArchiveReader.open(archive)) {
            var manifest = opened.checked();
            requireEmptyFolder();
            var half = folder.resolveSibling(folder.getFileName() + ".half");
            deleteTree(half);
            try {
                writeFiles(opened, manifest, half);
                loadDatabase(opened, manifest, half);
                Files.deleteIfExists(folder);
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                deleteTree(half);
            }
            return manifest;
        } catch (IOException | UncheckedIOException | SQLException | DataAccessException | FlywayException e) {
            throw new ProblemException(BackupProblem.NOT_WRITTEN, folder, String.valueOf(e.getMessage()));
        }
    }

    private void requireEmptyFolder() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.newDirectoryStream(folder)) {
            if (inside.iterator().hasNext()) {
                throw new ProblemException(BackupProblem.FOLDER_NOT_EMPTY, folder);
            }
        } catch (DirectoryNotEmptyException | java.nio.file.NotDirectoryException e) {
            throw new ProblemException(BackupProblem.FOLDER_NOT_EMPTY, folder);
        }
    }

    private void writeFiles(ArchiveReader archive, BackupManifest manifest, Path half) throws IOException {
        Files.createDirectories(half);
        for (var file : manifest.files()) {
            var target = half.resolve(file.path()).normalize();
            if (!target.startsWith(half)) {
                throw new ProblemException(BackupProblem.DAMAGED, folder, file.path());
            }
            Files.createDirectories(target.getParent());
            try (var content = archive.content(file.entry())) {
                Files.copy(content, target);
            }
            makePrivate(target);
        }
    }

    private static void makePrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void loadDatabase(ArchiveReader archive, BackupManifest manifest, Path half)
            throws SQLException, IOException {
        try (var database = NodeDatabase.make(settings, half)) {
            if (database.outside()) {
                requireEmptyDatabase(database.connections());
            }
            var done = false;
            try {
                Migrations.bringTo(database.connections(), manifest.rooms());
                load(archive, manifest, database.connections());
                done = true;
            } finally {
                if (!done && database.outside()) {
                    dropAll(manifest, database.connections());
                }
            }
        }
    }

    private static TreeSet<String> schemas(BackupManifest manifest) {
        var schemas = new TreeSet<>(manifest.rooms().keySet());
        manifest.tables().forEach(table -> schemas.add(table.schema()));
        return schemas;
    }

    private static void requireEmptyDatabase(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            var inUse = new LoadStore(connection).inUse(ArchiveWriter.schemas());
            if (!inUse.isEmpty()) {
                throw new ProblemException(BackupProblem.DATABASE_NOT_EMPTY, String.join(", ", inUse));
            }
        }
    }

    private static void dropAll(BackupManifest manifest, DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            schemas(manifest).forEach(new LoadStore(connection)::drop);
        }
    }

    private static void load(ArchiveReader archive, BackupManifest manifest, DataSource database)
            throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var store = new LoadStore(connection);
            for (var table : manifest.tables()) {
                if (!table.make().isEmpty() && !store.exists(table)) {
                    store.make(table);
                }
            }
            var keys = store.takeForeignKeys(schemas(manifest));
            for (var table : manifest.tables()) {
                try (var rows = archive.content(table.entry())) {
                    store.fill(table, rows);
                }
            }
            store.putBack(keys);
            manifest.sequences().forEach(store::set);
            store.analyze();
            connection.commit();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toArray(Path[]::new)) {
                Files.delete(path);
            }
        }
    }
}
