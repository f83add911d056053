package org.zhengtong.data.connectors.internal;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.data.connectors.Connectors;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.connectors.internal.reading.Sources;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.SourceStore;

@Service
class StoredConnectors implements Connectors {

    private static final int KEY_BYTES = 32;

    private final SourceStore sources;
    private final ContractStore contracts;
    private final SealedSecrets secrets;
    private final Sources reaching;
    private final JobSchedules schedules;
    private final AuditLog audit;
    private final Clock clock;

    StoredConnectors(
            SourceStore sources,
            ContractStore contracts,
            SealedSecrets secrets,
            Sources reaching,
            JobSchedules schedules,
            AuditLog audit,
            Clock clock) {
        this.sources = sources;
        this.contracts = contracts;
        this.secrets = secrets;
        this.reaching = reaching;
        this.schedules = schedules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long add(Source.Draft draft, Actor by) {
        var id = sources.insert(draft, clock.instant(), by.name());
        keep(id, draft.secret());
        record(by, "connectors.add_source", "source", id, draft.name());
        return id;
    }

    @Override
    @Transactional
    public void change(long source, Source.Draft draft, Actor by) {
        sources.update(source, draft, clock.instant(), by.name());
        keep(source, draft.secret());
        record(by, "connectors.change_source", "source", source, draft.name());
    }

    private void keep(long source, String secret) {
        if (!secret.isEmpty()) {
            sources.keepSecret(source, secrets.seal(source, secret));
        }
    }

    private void record(Actor by, String event, String type, long id, String name) {
        audit.record(AuditAction.of(by, event, type, String.valueOf(id)).with("name", name));
    }

    @Override
    public Source.Tested test(Source source, Actor by) {
        Source.Tested tested;
        try (var open = reaching.open(source)) {
            tested = new Source.Tested(clock.instant(), true, open.greeting());
        } catch (SourceException failure) {
            tested = new Source.Tested(clock.instant(), false, failure.note());
        } catch (IOException failure) {
            var said = new SourceException(SourceFault.BROKEN_OFF, failure, source.name());
            tested = new Source.Tested(clock.instant(), false, said.note());
        }
        sources.tested(source.id(), tested);
        audit.record(AuditAction.of(by, "connectors.test_source", "source", String.valueOf(source.id()))
                .with("good", tested.good()));
        return tested;
    }

    @Override
    @Transactional
    public boolean confirmKey(Source source, String key, Actor by) {
        if (!key.equals(source.keyToConfirm())) {
            return false;
        }
        sources.pin(source.id(), key);
        audit.record(AuditAction.of(by, "connectors.confirm_key", "source", String.valueOf(source.id()))
                .with("key", key));
        return true;
    }

    @Override
    @Transactional
    public long add(long source, Contract.Draft draft, Actor by) {
        var id = contracts.insert(source, draft, clock.instant(), by.name());
        plan(id, draft.plan());
        record(by, "connectors.add_contract", "contract", id, draft.name());
        return id;
    }

    @Override
    @Transactional
    public void change(long contract, Contract.Draft draft, Actor by) {
        contracts.update(contract, draft, clock.instant(), by.name());
        plan(contract, draft.plan());
        record(by, "connectors.change_contract", "contract", contract, draft.name());
    }

    private void plan(long contract, Contract.Plan plan) {
        var next = JobSchedule.parse(plan.schedule()).stream()
                .flatMap(schedule -> schedules.next(schedule, 1).stream())
                .findFirst();
        contracts.plan(contract, next.orElse(null));
    }

    @Override
    @Transactional
    public void pause(long contract, boolean paused, Actor by) {
        contracts.pause(contract, paused, clock.instant());
        audit.record(AuditAction.of(
                by,
                paused ? "connectors.pause_contract" : "connectors.resume_contract",
                "contract",
                String.valueOf(contract)));
    }

    @Override
    @Transactional
    public int map(long contract, List<Mapping.Rule> rules, List<Contract.SourceColumn> columns, Actor by) {
        var version = contracts.map(contract, rules, columns, clock.instant(), by.name());
        audit.record(AuditAction.of(by, "connectors.change_mapping", "contract", String.valueOf(contract))
                .with("version", version));
        return version;
    }

    @Override
    @Transactional
    public String newKey(long source, Actor by) {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sources.keepSecret(source, Digests.of(key));
        audit.record(AuditAction.of(by, "connectors.new_key", "source", String.valueOf(source)));
        return key;
    }
}
