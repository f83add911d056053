package org.zhengtong.data.sharing.internal.delivery;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.files.FileKind;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.internal.door.CheckedReading;
import org.zhengtong.data.sharing.internal.grant.GrantStore;

/** Makes an ordered file: everything that the grant gives, as CSV. Begins anew after a crash. */
@Component
class BatchMaking implements LongWork {

    static final String KIND = "sharing.batch";

    private static final FileRules RULES =
            new FileRules(Set.of(FileKind.CSV.mediaType(), FileKind.TEXT.mediaType()), 4L << 30, 1_000);
    private static final int PIECE = 1_000;

    private final BatchStore batches;
    private final GrantStore grants;
    private final CheckedReading reading;
    private final Registers registers;
    private final FileStorage files;
    private final Clock clock;

    BatchMaking(
            BatchStore batches,
            GrantStore grants,
            CheckedReading reading,
            Registers registers,
            FileStorage files,
            Clock clock) {
        this.batches = batches;
        this.grants = grants;
        this.reading = reading;
        this.registers = registers;
        this.files = files;
        this.clock = clock;
    }

    static FileOwner owner(DataGrant grant) {
        return new FileOwner("sharing", grant.number().value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        var order = batches.find(Long.parseLong(input)).orElseThrow();
        if (order.file() != null) {
            return JobNote.of("sharing.batch.note", order.records());
        }
        var grant = grants.find(order.grant()).orElseThrow();
        try {
            var file = Files.createTempFile("sharing-", ".csv");
            try {
                return JobNote.of("sharing.batch.note", write(order, grant, file, progress));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long write(BatchStore.Ordered order, DataGrant grant, Path file, WorkProgress progress) throws IOException {
        var register = registers.require(grant.register());
        progress.expect(registers.size(register.code()).records());
        var items = register.items().values().stream()
                .filter(item -> grant.terms().items().contains(item.name()))
                .toList();
        var use = new Use(
                grant.number(),
                Way.BATCH,
                grant.consumer(),
                new Actor(Actor.Kind.SYSTEM, "sharing", order.by()),
                order.purpose(),
                "batch " + order.id());
        var count = new long[1];
        var stored = new String[] {""};
        var text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        text.write('\ufeff');
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(items.stream().map(item -> item.title().chinese()).toList());
        reading.everything(
                use,
                record -> {
                    csv.writeRecord(cells(items, record));
                    if (++count[0] % PIECE == 0) {
                        progress.advance(PIECE, 0);
                    }
                },
                _ -> stored[0] = store(order, grant, file, csv),
                () -> batches.setReady(order.id(), stored[0], count[0], clock.instant()));
        progress.advance(count[0] % PIECE, 0);
        return count[0];
    }

    private static List<String> cells(List<RegisterItem> items, org.zhengtong.data.registers.RegisterRecord record) {
        return items.stream()
                .map(item -> CsvExport.disarmed(record.text(item.name())))
                .toList();
    }

    private String store(BatchStore.Ordered order, DataGrant grant, Path file, CsvWriter csv) {
        try {
            csv.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var upload = new FileUpload(
                grant.number() + "-" + order.id() + ".csv",
                "text/csv",
                new FileSystemResource(file),
                owner(grant),
                "sharing, batch " + order.id());
        return switch (files.store(upload, RULES)) {
            case StoreOutcome.Stored stored -> stored.file().id().toString();
            case StoreOutcome.Refused refused ->
                throw new IllegalStateException("A file of ours is refused: " + refused.textKey());
        };
    }
}
