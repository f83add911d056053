package org.zhengtong.data.connectors.internal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.identity.DemoPart;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.data.connectors.Connectors;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.connectors.Runs;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceKind;
import org.zhengtong.data.connectors.internal.ConnectorFolders;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;

/**
 * Sources of a demonstration with the files they deliver: the pack's {@code demo/connectors.yaml}. Their runs are jobs and begin
 * after the commit.
 */
@Component
class DemoConnectors implements DemoPart {

    private static final String FILE = "demo/connectors.yaml";

    /** Longer than any file has to lie untouched. */
    private static final Duration LAIN = Duration.ofHours(2);

    private final Connectors connectors;
    private final Runs runs;
    private final ConnectorFolders folders;
    private final Clock clock;

    DemoConnectors(Connectors connectors, Runs runs, ConnectorFolders folders, Clock clock) {
        this.connectors = connectors;
        this.runs = runs;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public void play(PackReader pack, DemoCast cast) {
        var errors = new PackErrors();
        pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .ifPresent(tree -> tree.list("sources").forEach(source -> source(pack, source, cast)));
        if (!errors.isEmpty()) {
            throw new IllegalStateException(FILE + ": " + errors.list());
        }
    }

    private static String text(PackNode node, String name) {
        return node.find(name).orElse("");
    }

    private void source(PackReader pack, PackNode node, DemoCast cast) {
        var by = cast.staff(text(node, "by")).actor();
        var folder = text(node, "folder");
        deliver(pack.list("demo/incoming/" + folder + "/"), folders.incoming().resolve(folder));
        var source = connectors.add(
                new Source.Draft(
                        text(node, "name"),
                        new DepartmentId(text(node, "department")),
                        SourceKind.FOLDER,
                        Map.of("folder", folder),
                        ""),
                by);
        node.list("contracts").forEach(contract -> contract(source, contract, by));
    }

    /** Files as if the department's system had put them there a while ago. */
    private void deliver(List<PackFile> files, Path folder) {
        try {
            Files.createDirectories(folder);
            for (var file : files) {
                var name = file.path().substring(file.path().lastIndexOf('/') + 1);
                var written = Files.write(folder.resolve(name), file.bytes());
                Files.setLastModifiedTime(written, FileTime.from(clock.instant().minus(LAIN)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void contract(long source, PackNode node, Actor by) {
        var plan = new Contract.Plan(
                text(node, "schedule"),
                null,
                0,
                node.find("expect").map(Duration::parse).orElse(Duration.ZERO));
        var draft = new Contract.Draft(
                text(node, "name"),
                new RegisterCode(text(node, "register")),
                Map.of("files", text(node, "files")),
                plan);
        var contract = connectors.add(source, draft, by);
        var rules = rules(node);
        var columns = new LinkedHashSet<String>();
        rules.forEach(rule -> columns.addAll(rule.columns()));
        connectors.map(
                contract,
                rules,
                columns.stream().map(column -> new SourceColumn(column, "")).toList(),
                by);
        runs.start(contract, by);
    }

    /** Lines {@code item: column}, or {@code item: {way, column, detail}}. */
    private static List<Mapping.Rule> rules(PackNode contract) {
        var rules = new ArrayList<Mapping.Rule>();
        contract.at("mapping")
                .ifPresent(all -> all.fields().forEach((item, from) -> {
                    var way = Mapping.Way.valueOf(from.find("way").orElse(Mapping.Way.COPY.name()));
                    var column = from.kind() == PackNode.Kind.OBJECT ? text(from, "column") : from.text();
                    rules.add(new Mapping.Rule(new ItemName(item), way, column, text(from, "detail")));
                }));
        return rules;
    }
}
