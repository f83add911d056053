package org.zhengtong.data.registers.internal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileKind;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.RowSource;
import org.zhengtong.data.registers.internal.loading.ColumnGuess;
import org.zhengtong.data.registers.internal.loading.ProgressWatch;
import tools.jackson.databind.json.JsonMapper;

/** Loads an uploaded file as long work. */
@Component
public class FileLoading implements LongWork {

    public static final String KIND = "registers.load_file";

    /** What may be uploaded; larger sources come through a connector. */
    public static final FileRules RULES = new FileRules(
            Set.of(
                    FileKind.CSV.mediaType(),
                    FileKind.TEXT.mediaType(),
                    FileKind.XLSX.mediaType(),
                    FileKind.GEOJSON.mediaType(),
                    FileKind.JSON_LINES.mediaType()),
            60L << 20,
            1);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegisterLoading loading;
    private final FileStorage files;

    FileLoading(RegisterLoading loading, FileStorage files) {
        this.loading = loading;
        this.files = files;
    }

    /** What is to be loaded, as the work's input. */
    public record Order(
            String register,
            String file,
            String name,
            Map<String, String> columns,
            String validFrom,
            String by,
            String byName) {

        /** Names the load. */
        public String reference() {
            return "file " + file;
        }

        public String written() {
            return JSON.writeValueAsString(this);
        }
    }

    public static FileOwner owner(RegisterCode register) {
        return new FileOwner("registers", register.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        var order = JSON.readValue(input, Order.class);
        var register = new RegisterCode(order.register());
        var stored = files.require(new FileId(UUID.fromString(order.file())), owner(register));
        var columns = new LinkedHashMap<ItemName, String>();
        order.columns().forEach((item, column) -> columns.put(new ItemName(item), column));
        var request = new LoadRequest(
                register,
                order.reference(),
                order.name(),
                columns,
                LocalDate.parse(order.validFrom()),
                new Actor(Actor.Kind.STAFF, order.by(), order.byName()));
        var report = with(stored, rows -> loading.load(request, rows, new ProgressWatch(progress)));
        var counts = report.counts();
        return report.state() == LoadReport.State.DONE
                ? JobNote.of(
                        "registers.load.note", counts.read(), counts.written(), counts.unchanged(), counts.setAside())
                : JobNote.of("registers.load.stopped", counts.read());
    }

    /** What is done with the rows of a file. */
    public interface Use<T> {
        T of(RowSource rows) throws IOException;
    }

    /** Opens a stored file as rows; one that cannot be read is a problem with the reason. */
    public <T> T with(StoredFile stored, Use<T> use) {
        try {
            Path copy = Files.createTempFile("registers-", ".rows");
            try {
                try (var content = files.content(stored).getInputStream()) {
                    Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                var rows = FileRows.of(copy, stored.name())
                        .orElseThrow(
                                () -> new ProblemException(RegistersProblem.SOURCE_NOT_READABLE, stored.name(), ""));
                return use.of(rows);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ProblemException(
                    RegistersProblem.SOURCE_NOT_READABLE, stored.name(), String.valueOf(unreadable.getMessage()));
        }
    }

    /** Item and column as they would be guessed. */
    public static Map<String, String> guess(
            org.zhengtong.data.registers.RegisterDefinition register, java.util.List<String> columns) {
        var guess = new ColumnGuess(columns);
        var found = new TreeMap<String, String>();
        register.items().values().forEach(item -> {
            var at = guess.of(item);
            if (at >= 0) {
                found.put(item.name().value(), columns.get(at));
            }
        });
        return found;
    }
}
