package org.zhengtong.base.pack.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.pack.ImportedPack;
import org.zhengtong.base.pack.PackError;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackImportOutcome;
import org.zhengtong.base.pack.PackImported;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.base.pack.PackSettings;
import org.zhengtong.base.pack.Packs;

/** All sections or none: checks first, then applies, in one transaction that holds the pack's lock. */
@Component
@EnableConfigurationProperties(PackSettings.class)
class PackImports implements Packs {

    private static final String MANIFEST = "pack.yaml";
    private static final Actor NODE = Actor.system("node");

    private final List<PackSection> sections;
    private final PackSources sources;
    private final PackStore store;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PackImports(
            List<PackSection> sections,
            PackSources sources,
            PackStore store,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(PackSection::order).thenComparing(PackSection::name))
                .toList();
        this.sources = sources;
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public PackReader open(String name) {
        return sources.open(name);
    }

    @Override
    @Transactional
    public PackImportOutcome importPack(PackReader pack) {
        store.lock(pack.name());
        var digest = PackDigest.of(pack, sections);
        var present = store.findImport(pack.name());
        if (present.isPresent() && present.get().digest().equals(digest)) {
            return new PackImportOutcome.Unchanged(present.get().version(), digest);
        }
        return replace(pack, digest, NODE);
    }

    @Override
    @Transactional
    public PackImportOutcome importAgain(PackReader pack, Actor by) {
        store.lock(pack.name());
        return replace(pack, PackDigest.of(pack, sections), by);
    }

    private PackImportOutcome replace(PackReader pack, String digest, Actor by) {
        var errors = errorsOf(pack);
        var at = clock.instant();
        store.saveAttempt(pack.name(), new ImportedPack.Attempt(at, by.name(), errors));
        if (!errors.isEmpty()) {
            return new PackImportOutcome.Refused(errors);
        }
        sections.forEach(section -> section.apply(pack));
        var version = version(pack, new PackErrors());
        store.saveImport(pack.name(), new ImportedPack.Import(version, digest, at, by.name()));
        audit.record(AuditAction.of(by, "pack.import", "pack", pack.name())
                .with("version", version)
                .with("digest", digest));
        events.publishEvent(new PackImported(pack.name(), version, digest, at, by.name()));
        return new PackImportOutcome.Imported(version, digest);
    }

    @Override
    @Transactional
    public List<PackError> check(PackReader pack, Actor by) {
        store.lock(pack.name());
        var errors = errorsOf(pack);
        store.saveAttempt(pack.name(), new ImportedPack.Attempt(clock.instant(), by.name(), errors));
        return errors;
    }

    private List<PackError> errorsOf(PackReader pack) {
        var errors = new PackErrors();
        version(pack, errors);
        sections.forEach(section -> section.check(pack, errors));
        return errors.list();
    }

    private static String version(PackReader pack, PackErrors errors) {
        return pack.require(MANIFEST, errors)
                .flatMap(file -> file.tree(errors))
                .flatMap(manifest -> manifest.require("version", errors))
                .orElse("");
    }

    @Override
    @Transactional(readOnly = true)
    public List<ImportedPack> imported() {
        return store.findAll();
    }
}
