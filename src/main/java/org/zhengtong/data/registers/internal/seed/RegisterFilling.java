package org.zhengtong.data.registers.internal.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerDrawing;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersFilled;
import org.zhengtong.data.registers.RowSource;
import org.zhengtong.data.registers.internal.source.FileRows;

/** Loads what the pack brings into its registers; the same content again does nothing, since its load is done already. */
@Component
class RegisterFilling implements LongWork {

    static final String KIND = "registers.fill";
    static final int FIRST_PEOPLE = 400;

    private static final String FOLDER = "registers/data/";
    private static final RegisterCode POPULATION = new RegisterCode("population");
    private static final RegisterCode GEOGRAPHY = new RegisterCode("spatial-geography");
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

    private final Packs packs;
    private final Registers registers;
    private final RegisterLoading loading;
    private final LayerDrawing layers;
    private final ApplicationEventPublisher events;

    RegisterFilling(
            Packs packs,
            Registers registers,
            RegisterLoading loading,
            LayerDrawing layers,
            ApplicationEventPublisher events) {
        this.packs = packs;
        this.registers = registers;
        this.loading = loading;
        this.layers = layers;
        this.events = events;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        var pack = packs.open(input);
        var rows = 0L;
        for (var file : pack.list(FOLDER)) {
            var code = file.path().substring(FOLDER.length()).replace(".csv", "");
            if (RegisterCode.fits(code)
                    && registers.find(new RegisterCode(code)).isPresent()
                    && !progress.canceled()) {
                rows += file(new RegisterCode(code), file);
            }
        }
        if (registers.find(POPULATION).isPresent() && !progress.canceled()) {
            var people = new MadeUpPeople(PeopleWords.of(pack), FIRST_PEOPLE);
            rows += load(POPULATION, "pack people", "registers/population.yaml", Map.of(), people);
        }
        if (registers.find(GEOGRAPHY).isPresent() && !progress.canceled()) {
            rows += outlines(pack);
        }
        progress.advance(rows, 0);
        if (!progress.canceled()) {
            events.publishEvent(new RegistersFilled(input));
        }
        return JobNote.of("registers.fill.note", rows);
    }

    private long file(RegisterCode code, PackFile file) {
        var bytes = file.bytes();
        return withFile(bytes, ".csv", rows -> load(code, "pack " + digest(bytes), file.path(), Map.of(), rows));
    }

    private long load(RegisterCode code, String reference, String from, Map<ItemName, String> columns, RowSource rows) {
        var request = new LoadRequest(code, reference, from, columns, SINCE, Actor.system("registers"));
        var before = loading.loads(code, null, 100).stream()
                .anyMatch(each -> each.reference().equals(reference) && each.state() == LoadReport.State.DONE);
        return before ? 0 : loading.load(request, rows).counts().written();
    }

    /** The outlines as the map has them: in degrees of CGCS2000. */
    private long outlines(PackReader pack) {
        if (pack.find("geo/layers/divisions.geojson").isEmpty()) {
            return 0;
        }
        var text = new StringBuilder();
        var reader = new CurrentUser(new AccountId(1), "registers", AccountKind.STAFF, null, null, Set.of());
        try {
            layers.writeGeoJson(LayerCode.DIVISIONS, reader, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var columns = Map.of(
                new ItemName("code"), "adcode",
                new ItemName("name"), "name",
                new ItemName("level"), "level",
                new ItemName("outline"), "geometry");
        return withFile(
                bytes,
                ".geojson",
                rows -> load(GEOGRAPHY, "pack " + digest(bytes), "geo/layers/divisions.geojson", columns, rows));
    }

    /** What is done with rows. */
    private interface Use {
        long rows(RowSource rows);
    }

    private static long withFile(byte[] bytes, String ending, Use use) {
        try {
            Path file = Files.createTempFile("registers-", ending);
            try {
                Files.write(file, bytes);
                return use.rows(FileRows.of(file, file.toString()).orElseThrow());
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
