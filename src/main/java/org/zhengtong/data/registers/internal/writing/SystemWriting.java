package org.zhengtong.data.registers.internal.writing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.SourceWriting;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import org.zhengtong.data.registers.internal.definition.Shapes;

@Service
class SystemWriting implements SourceWriting {

    private final Shapes shapes;
    private final VersionWriting versions;
    private final RegisterReading reading;
    private final AuditLog audit;
    private final Clock clock;

    SystemWriting(Shapes shapes, VersionWriting versions, RegisterReading reading, AuditLog audit, Clock clock) {
        this.shapes = shapes;
        this.versions = versions;
        this.reading = reading;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Written create(RegisterCode register, Map<ItemName, @Nullable String> values, Hand by) {
        var shape = shapes.require(register);
        requireSource(shape, values.keySet(), by);
        requireSource(shape, Set.of(keyItem(shape)), by);
        var key = new RecordKey(Objects.requireNonNullElse(values.get(keyItem(shape)), ""));
        var locked = versions.lock(shape, key);
        if (locked.present().isPresent()) {
            throw new ProblemException(RegistersProblem.RECORD_EXISTS);
        }
        var wanted = versions.merged(locked, values);
        var faults = versions.faults(shape, wanted);
        if (!faults.isEmpty()) {
            return new Written.Refused(key, faults);
        }
        put(locked, wanted, by);
        return new Written.Done(List.of(key));
    }

    private static ItemName keyItem(RegisterShape shape) {
        return shape.definition().facts().key();
    }

    private void requireSource(RegisterShape shape, Set<ItemName> items, Hand by) {
        for (var item : items) {
            if (!shape.definition().sourceOf(item, today()).equals(by.department())) {
                throw new ProblemException(RegistersProblem.NOT_THE_SOURCE, item);
            }
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    @Transactional
    public Written change(
            RegisterCode register,
            List<Condition> conditions,
            Map<ItemName, @Nullable String> values,
            int most,
            Hand by) {
        var shape = shapes.require(register);
        conditions.forEach(each -> requireSource(shape, Set.of(each.item()), by));
        var changes = new LinkedHashMap<>(values);
        changes.remove(keyItem(shape));
        requireSource(shape, changes.keySet(), by);
        var found = find(shape, conditions, most, by);
        // nothing is written before all of it is known to be right
        for (var record : found) {
            var locked = versions.lock(shape, record.key());
            var faults = faults(locked, changes);
            if (!faults.isEmpty()) {
                return new Written.Refused(record.key(), faults);
            }
        }
        found.forEach(record -> rewrite(shape, record.key(), changes, by));
        return new Written.Done(found.stream().map(RegisterRecord::key).toList());
    }

    private List<RegisterRecord> find(RegisterShape shape, List<Condition> conditions, int most, Hand by) {
        var permit =
                new ReadPermit(shape.definition().items().keySet(), Map.of(), null, by.reason(), "source", by.actor());
        var found = reading.search(
                        RecordQuery.all(shape.definition().code(), most + 1).with(conditions), permit)
                .records();
        if (found.size() > most) {
            throw new ProblemException(RegistersProblem.SEVERAL_RECORDS, most);
        }
        return found;
    }

    private List<RowFault> faults(VersionWriting.Locked locked, Map<ItemName, @Nullable String> changes) {
        return versions.faults(locked.shape(), versions.merged(locked, changes));
    }

    private void rewrite(RegisterShape shape, RecordKey key, Map<ItemName, @Nullable String> changes, Hand by) {
        var locked = versions.lock(shape, key);
        var wanted = versions.merged(locked, changes);
        var stored = locked.present().map(VersionStore.Present::values).orElse(Map.of());
        if (changes.keySet().stream().anyMatch(item -> !Objects.equals(stored.get(item), wanted.get(item)))) {
            put(locked, wanted, by);
        }
    }

    private void put(VersionWriting.Locked locked, Map<ItemName, @Nullable String> values, Hand by) {
        var position = versions.put(locked, values, today(), by.actor().name());
        note("registers.write_record", locked.shape(), position, by);
    }

    private void note(String what, RegisterShape shape, long position, Hand by) {
        audit.record(AuditAction.of(
                        by.actor(), what, "register", shape.definition().code().value())
                .because(by.reason())
                .with("position", position));
    }

    @Override
    @Transactional
    public Written end(RegisterCode register, RecordKey key, Hand by) {
        var shape = shapes.require(register);
        requireSource(shape, Set.of(keyItem(shape)), by);
        var locked = versions.lock(shape, key);
        var present = locked.present()
                .filter(each -> each.validTo() == null)
                .orElseThrow(() -> new ProblemException(RegistersProblem.RECORD_NOT_FOUND));
        var fault = VersionWriting.endFault(locked, present, today());
        if (fault.isPresent()) {
            return new Written.Refused(key, List.of(fault.get()));
        }
        note(
                "registers.end_record",
                shape,
                versions.end(locked, today(), by.actor().name()),
                by);
        return new Written.Done(List.of(key));
    }
}
