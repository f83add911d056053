package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.connectors.internal.store.TakenStore;
import org.zhengtong.data.connectors.internal.store.TakenStore.Taken;
import org.zhengtong.data.registers.RowSource;

/**
 * Files that something else puts into a folder. A file is taken when it has lain untouched for a while, once by its content; then it
 * is moved into the folder {@code done}, if that may be written.
 */
final class FolderSource implements OpenSource {

    private static final String DONE = "done";

    private final Path folder;
    private final Contract.Draft contract;
    private final Ledger ledger;

    FolderSource(Path folder, Contract.Draft contract, Ledger ledger) {
        this.folder = folder;
        this.contract = contract;
        this.ledger = ledger;
    }

    /** What was taken before, and what has to be known to take more. */
    record Ledger(TakenStore taken, long contract, List<SourceColumn> known, Duration quiet, Clock clock) {}

    /** A folder below the incoming one; links that lead out of it are refused. */
    static Path folder(Path incoming, String name) throws SourceException {
        try {
            var real = incoming.resolve(name).toRealPath();
            if (!real.startsWith(incoming.toRealPath())) {
                throw SourceException.of(SourceFault.OUTSIDE_FOLDER, name);
            }
            return real;
        } catch (SourceException known) {
            throw known;
        } catch (IOException missing) {
            throw new SourceException(SourceFault.NO_FOLDER, missing, name);
        }
    }

    @Override
    public JobNote greeting() throws IOException {
        return JobNote.of("connectors.tested.folder", files("*").size());
    }

    private List<Path> files(String pattern) throws IOException {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (var found = Files.list(folder)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> matcher.matches(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new SourceException(SourceFault.NO_FOLDER, unreadable, folder.getFileName());
        }
    }

    /** Of the files those that are complete and new. */
    private List<Taken> fresh() throws IOException {
        var before = ledger.clock().instant().minus(ledger.quiet());
        var found = new ArrayList<Taken>();
        for (var file : files(contract.reading().getOrDefault("files", "*"))) {
            if (!Files.getLastModifiedTime(file).toInstant().isAfter(before)
                    || ledger.quiet().isZero()) {
                found.add(new Taken(String.valueOf(file.getFileName()), Files.size(file), RecordFiles.digest(file)));
            }
        }
        var known = ledger.taken()
                .known(ledger.contract(), found.stream().map(Taken::digest).collect(Collectors.toSet()));
        var digests = new java.util.HashSet<String>(known);
        return found.stream().filter(file -> digests.add(file.digest())).toList();
    }

    @Override
    public List<SourceColumn> columns() throws IOException {
        var files = fresh();
        if (files.isEmpty()) {
            return ledger.known();
        }
        return RecordFiles.of(folder.resolve(files.getFirst().name()), records()).columns().stream()
                .map(name -> new SourceColumn(name, ""))
                .toList();
    }

    private String records() {
        return contract.reading().getOrDefault("records", "");
    }

    @Override
    public String slice(String watermark) throws IOException {
        return new FileSlice(fresh()).written();
    }

    @Override
    public RowSource rows(String slice) {
        return new FilesInTurn(FileSlice.of(slice).files(), this::file, records());
    }

    /** The file as it was when the slice was made. */
    private Path file(Taken wanted) throws IOException {
        for (var place : List.of(folder, folder.resolve(DONE))) {
            var file = place.resolve(wanted.name());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && RecordFiles.digest(file).equals(wanted.digest())) {
                return file;
            }
        }
        throw SourceException.of(SourceFault.FILE_CHANGED, wanted.name());
    }

    @Override
    public String after(String slice, String watermark) {
        return FileSlice.of(slice).files().getLast().name();
    }

    @Override
    public void settle(String slice, long run) {
        for (var file : FileSlice.of(slice).files()) {
            ledger.taken().take(ledger.contract(), run, file, ledger.clock().instant());
            moveAway(file);
        }
    }

    /** The ledger decides what was taken; the folder only shows it to people. */
    private void moveAway(Taken file) {
        try {
            Files.createDirectories(folder.resolve(DONE));
            Files.move(
                    folder.resolve(file.name()),
                    folder.resolve(DONE).resolve(file.name()),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException kept) {
            org.slf4j.LoggerFactory.getLogger(FolderSource.class)
                    .info("{} stays where it is: {}", file.name(), kept.toString());
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
