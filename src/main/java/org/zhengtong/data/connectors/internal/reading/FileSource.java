package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.connectors.internal.store.TakenStore;
import org.zhengtong.data.connectors.internal.store.TakenStore.Taken;
import org.zhengtong.data.registers.RowSource;

/**
 * Files that something else puts into a folder, here or on another machine. A file is taken when it has lain untouched for a while,
 * once by its content; then it is moved into the folder {@code done}, if that may be written.
 */
final class FileSource implements OpenSource {

    private final FilePlace place;
    private final Contract.Draft contract;
    private final Ledger ledger;

    FileSource(FilePlace place, Contract.Draft contract, Ledger ledger) {
        this.place = place;
        this.contract = contract;
        this.ledger = ledger;
    }

    /** What was taken before, and what has to be known to take more. */
    record Ledger(TakenStore taken, long contract, List<SourceColumn> known, Duration quiet, Clock clock) {}

    @Override
    public JobNote greeting() throws IOException {
        return place.greeting(place.files().size());
    }

    /** Of the files those that nobody has touched for a while and that were not taken as they are. */
    private List<FilePlace.Found> finished() throws IOException {
        var before = ledger.clock().instant().minus(ledger.quiet());
        var matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + contract.reading().getOrDefault("files", "*"));
        var files = place.files().stream()
                .filter(file -> matcher.matches(Path.of(file.name())))
                .filter(file -> ledger.quiet().isZero() || !file.modified().isAfter(before))
                .toList();
        var marks = ledger.taken()
                .marks(
                        ledger.contract(),
                        files.stream().map(FilePlace.Found::name).toList());
        return files.stream().filter(file -> !marks.contains(mark(file))).toList();
    }

    private static TakenStore.Mark mark(FilePlace.Found file) {
        return new TakenStore.Mark(file.name(), file.size(), file.modified().truncatedTo(ChronoUnit.MILLIS));
    }

    private List<Taken> fresh() throws IOException {
        var found = new ArrayList<Taken>();
        var digests = new HashSet<String>();
        for (var file : finished()) {
            var taken = fresh(file);
            if (taken != null && digests.add(taken.digest())) {
                found.add(taken);
            }
        }
        return found;
    }

    /** Null when the content was taken under whatever name, or is still being written. */
    private @Nullable Taken fresh(FilePlace.Found file) throws IOException {
        try {
            var content = place.content(file.name(), false).orElse(null);
            if (content == null) {
                return null;
            }
            var taken = new Taken(
                    file.name(),
                    file.size(),
                    RecordFiles.digest(content),
                    mark(file).modified());
            return ledger.taken()
                            .known(ledger.contract(), Set.of(taken.digest()))
                            .isEmpty()
                    ? taken
                    : null;
        } catch (SourceException changing) {
            if (changing.fault() == SourceFault.FILE_CHANGED) {
                return null;
            }
            throw changing;
        }
    }

    @Override
    public List<SourceColumn> columns() throws IOException {
        for (var file : finished()) {
            var taken = fresh(file);
            if (taken != null) {
                return RecordFiles.of(content(taken), records()).columns().stream()
                        .map(name -> new SourceColumn(name, ""))
                        .toList();
            }
        }
        return ledger.known();
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
        return new FilesInTurn(FileSlice.of(slice).files(), this::content, records());
    }

    /** The file as it was when the slice was made. */
    private Path content(Taken wanted) throws IOException {
        for (var done : List.of(false, true)) {
            var file = place.content(wanted.name(), done).orElse(null);
            if (file != null && RecordFiles.digest(file).equals(wanted.digest())) {
                return file;
            }
        }
        throw SourceException.of(SourceFault.FILE_CHANGED, wanted.name());
    }

    @Override
    public String after(String slice, String watermark) {
        return FileSlice.of(slice).files().getLast().name();
    }

    /** The ledger decides what was taken; the folder only shows it to people. */
    @Override
    public void settle(String slice, long run) {
        for (var file : FileSlice.of(slice).files()) {
            ledger.taken().take(ledger.contract(), run, file, ledger.clock().instant());
            try {
                place.moveAway(file.name());
            } catch (IOException kept) {
                LoggerFactory.getLogger(FileSource.class)
                        .info("{} stays where it is: {}", file.name(), kept.toString());
            }
        }
    }

    @Override
    public void close() throws IOException {
        place.close();
    }
}
