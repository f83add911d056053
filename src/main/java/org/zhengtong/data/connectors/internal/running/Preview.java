package org.zhengtong.data.connectors.internal.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.connectors.internal.reading.MappedRows;
import org.zhengtong.data.connectors.internal.reading.Sources;
import org.zhengtong.data.connectors.internal.store.SourceStore;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RowSource;

/** A look at a source before anything is read from it: its columns, and what a mapping would make of its first rows. */
@Component
public class Preview {

    private static final int ROWS = 20;

    private final SourceStore sources;
    private final Sources reaching;
    private final Registers registers;
    private final RegisterLoading loading;
    private final AuditLog audit;
    private final Clock clock;

    Preview(
            SourceStore sources,
            Sources reaching,
            Registers registers,
            RegisterLoading loading,
            AuditLog audit,
            Clock clock) {
        this.sources = sources;
        this.reaching = reaching;
        this.registers = registers;
        this.loading = loading;
        this.audit = audit;
        this.clock = clock;
    }

    /** The columns, or why there are none. */
    public record Seen(List<SourceColumn> columns, @Nullable JobNote trouble) {}

    /** Rows as they would be, or why they cannot be read. */
    public record Tried(List<Row> rows, @Nullable JobNote trouble) {
        /** Nobody tried. */
        public static final Tried NOTHING = new Tried(List.of(), null);
    }

    /**
     * A row.
     *
     * @param values of the mapping's rules, in their order
     * @param faults by item
     */
    public record Row(long number, List<String> values, Map<String, RowFault> faults) {}

    public Seen columns(Contract contract) {
        try (var source = reaching.open(sources.find(contract.source()).orElseThrow(), contract)) {
            return new Seen(source.columns(), null);
        } catch (IOException failure) {
            return new Seen(List.of(), SourceTrouble.of(failure).note());
        }
    }

    /** Whoever tries sees data of the source; it is written down. */
    public Tried tried(Contract contract, List<Mapping.Rule> rules, Actor by) {
        audit.record(AuditAction.of(by, "connectors.preview", "contract", String.valueOf(contract.id())));
        try (var source = reaching.open(sources.find(contract.source()).orElseThrow(), contract)) {
            var slice = source.slice("");
            if (slice.isEmpty()) {
                return new Tried(List.of(), null);
            }
            return tried(contract, new Mapping(0, rules, clock.instant(), by.name()), source.rows(slice));
        } catch (UncheckedIOException failure) {
            return new Tried(List.of(), SourceTrouble.of(failure).note());
        } catch (IOException failure) {
            return new Tried(List.of(), SourceTrouble.of(failure).note());
        }
    }

    private Tried tried(Contract contract, Mapping mapping, RowSource rows) throws IOException {
        var mapped = new MappedRows(rows, registers.require(contract.register()), mapping, ROWS);
        var read = read(mapped, mapping.rules().size());
        var request = new LoadRequest(
                contract.register(),
                "preview",
                contract.name(),
                mapped.itemColumns(),
                LocalDate.now(clock),
                Actor.system("connectors"));
        var bad = new HashMap<Long, Map<String, RowFault>>();
        for (var row : loading.trial(request, mapped, ROWS)) {
            var byItem = new HashMap<String, RowFault>();
            row.faults().forEach(fault -> byItem.put(fault.item().value(), fault));
            bad.put(row.row(), byItem);
        }
        var all = new ArrayList<Row>();
        for (var values : read) {
            var number = all.size() + 1L;
            all.add(new Row(number, values, bad.getOrDefault(number, Map.of())));
        }
        return new Tried(all, null);
    }

    private static List<List<String>> read(RowSource source, int width) throws IOException {
        var lines = new ArrayList<List<String>>();
        try (var rows = source.open(null)) {
            for (var row = rows.next(); row != null && lines.size() < ROWS; row = rows.next()) {
                lines.add(Arrays.stream(row)
                        .limit(width)
                        .map(value -> Objects.requireNonNullElse(value, ""))
                        .toList());
            }
        }
        return lines;
    }
}
