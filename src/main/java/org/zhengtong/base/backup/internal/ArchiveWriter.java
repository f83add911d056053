package org.zhengtong.base.backup.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.zhengtong.base.backup.BackupManifest;
import org.zhengtong.base.backup.BackupManifest.StoredFile;
import org.zhengtong.base.backup.BackupManifest.Table;
import org.zhengtong.base.backup.BackupProblem;
import org.zhengtong.base.database.Migrations;
import org.zhengtong.base.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/** Writes one archive; under its name it is whole or not there. */
public final class ArchiveWriter {

    /** The manifest's name; it is the last file of an archive, so that its digests are known. */
    static final String MANIFEST = "manifest.json";

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveWriter.class);

    private final DataSource database;
    private final Path folder;
    private final Clock clock;

    public ArchiveWriter(DataSource database, Path folder, Clock clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /** The schemas of all rooms, and that of the events between them. */
    static Set<String> schemas() {
        var schemas = new TreeSet<>(Migrations.newest().keySet());
        schemas.add("events");
        return schemas;
    }

    /** Writes a new archive. */
    public BackupManifest write(Path archive) {
        var target = archive.toAbsolutePath();
        if (Files.exists(target)) {
            throw new ProblemException(BackupProblem.FILE_EXISTS, target);
        }
        var half = target.resolveSibling(target.getFileName() + ".half");
        try {
            var manifest = writeInto(half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException | UncheckedIOException | SQLException | DataAccessException e) {
            throw new ProblemException(BackupProblem.NOT_WRITTEN, target, String.valueOf(e.getMessage()));
        } finally {
            delete(half);
        }
    }

    private static void delete(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            LOG.warn("Half an archive is left over: {}", half, e);
        }
    }

    /** The keys of the node are inside, so nobody but its user may read it. */
    private static void makePrivate(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private BackupManifest writeInto(Path file) throws IOException, SQLException {
        makePrivate(file);
        try (var connection = database.getConnection();
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                var manifest = fill(zip, new SnapshotStore(connection, schemas()));
                zip.putNextEntry(new ZipEntry(MANIFEST));
                zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
                zip.closeEntry();
                return manifest;
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    /** First the tables, then the files: content is stored before the row that names it, so none is missing. */
    private BackupManifest fill(ZipOutputStream zip, SnapshotStore snapshot) throws IOException, SQLException {
        snapshot.readInOrder();
        var server = snapshot.server();
        var at = clock.instant();
        var rooms = snapshot.rooms();
        var tables = new ArrayList<Table>();
        for (var found : snapshot.tables()) {
            tables.add(write(zip, snapshot, found));
        }
        return new BackupManifest(
                BackupManifest.KIND,
                BackupManifest.FORMAT,
                ProgramVersion.ofThis(),
                server,
                at,
                rooms,
                tables,
                snapshot.sequences(),
                writeFiles(zip));
    }

    private static Table write(ZipOutputStream zip, SnapshotStore snapshot, SnapshotStore.Found found)
            throws IOException, SQLException {
        var named = new Table(found.schema(), found.name(), found.columns(), found.make(), 0, "");
        zip.putNextEntry(new ZipEntry(named.entry()));
        var out = new Digests(zip);
        var rows = snapshot.copy(found, out);
        zip.closeEntry();
        return new Table(found.schema(), found.name(), found.columns(), found.make(), rows, out.hex());
    }

    private List<StoredFile> writeFiles(ZipOutputStream zip) throws IOException {
        var files = new ArrayList<StoredFile>();
        for (var file : NodeFolder.files(folder)) {
            var path = NodeFolder.slashed(folder.relativize(file));
            try (var content = Files.newInputStream(file)) {
                zip.putNextEntry(new ZipEntry(new StoredFile(path, 0, "").entry()));
                var out = new Digests(zip);
                content.transferTo(out);
                zip.closeEntry();
                files.add(new StoredFile(path, out.size(), out.hex()));
            } catch (NoSuchFileException gone) {
                LOG.debug("Deleted meanwhile, so nothing in use: {}", file, gone);
            }
        }
        return files;
    }
}
