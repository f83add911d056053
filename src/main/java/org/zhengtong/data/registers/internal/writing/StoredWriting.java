package org.zhengtong.data.registers.internal.writing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterWriting;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import org.zhengtong.data.registers.internal.definition.Shapes;

@Service
class StoredWriting implements RegisterWriting {

    private final Shapes shapes;
    private final VersionWriting versions;
    private final Corrections corrections;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Clock clock;

    StoredWriting(
            Shapes shapes,
            VersionWriting versions,
            Corrections corrections,
            Permissions permissions,
            AuditLog audit,
            Clock clock) {
        this.shapes = shapes;
        this.versions = versions;
        this.corrections = corrections;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public WriteOutcome write(RecordEdit edit, CurrentUser by) {
        var shape = shapes.require(edit.register());
        var locked = versions.lock(shape, edit.key());
        if (locked.present().map(VersionStore.Present::position).orElse(0L) != edit.seenPosition()) {
            return locked.present()
                    .<WriteOutcome>map(present -> new WriteOutcome.Overtaken(present.by(), present.recordedAt()))
                    .orElseThrow(() -> new ProblemException(RegistersProblem.RECORD_NOT_FOUND));
        }
        var changes = changes(locked, edit);
        var mine = mine(shape, changes, by);
        if (locked.present().isEmpty()) {
            requireSource(shape, shape.definition().facts().key(), by);
        }
        if (changes.isEmpty() && locked.present().isPresent()) {
            return new WriteOutcome.Unchanged();
        }
        var values = versions.merged(locked, mine);
        var faults = versions.faults(shape, values);
        if (!faults.isEmpty()) {
            return new WriteOutcome.Refused(faults);
        }
        var position =
                mine.isEmpty() && locked.present().isPresent() ? edit.seenPosition() : put(locked, values, edit, by);
        return new WriteOutcome.Written(position, ask(locked, changes, mine, edit, by));
    }

    private long put(
            VersionWriting.Locked locked, Map<ItemName, @Nullable String> values, RecordEdit edit, CurrentUser by) {
        var position = versions.put(locked, values, edit.validFrom(), by.name());
        audit.record(AuditAction.of(
                        by.actor(),
                        "registers.write_record",
                        "register",
                        edit.register().value())
                .because(edit.reason())
                .with("position", position));
        return position;
    }

    /** What really differs from what is stored. */
    private Map<ItemName, @Nullable String> changes(VersionWriting.Locked locked, RecordEdit edit) {
        var wanted = versions.merged(locked, edit.values());
        var changes = new LinkedHashMap<ItemName, @Nullable String>();
        edit.values().keySet().forEach(item -> {
            var stored =
                    locked.present().map(present -> present.values().get(item)).orElse(null);
            if (!Objects.equals(stored, wanted.get(item))
                    && !item.equals(locked.shape().definition().facts().key())) {
                changes.put(item, wanted.get(item));
            }
        });
        return changes;
    }

    /** Those changes that this user's department is the source of. */
    private Map<ItemName, @Nullable String> mine(
            RegisterShape shape, Map<ItemName, @Nullable String> changes, CurrentUser by) {
        var mine = new LinkedHashMap<ItemName, @Nullable String>();
        changes.forEach((item, value) -> {
            if (permissions.may(by, Registers.EDIT_RECORD, shape.definition().sourceOf(item, today()))) {
                mine.put(item, value);
            }
        });
        return mine;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void requireSource(RegisterShape shape, ItemName item, CurrentUser by) {
        permissions.require(by, Registers.EDIT_RECORD, shape.definition().sourceOf(item, today()));
    }

    private List<Long> ask(
            VersionWriting.Locked locked,
            Map<ItemName, @Nullable String> changes,
            Map<ItemName, @Nullable String> mine,
            RecordEdit edit,
            CurrentUser by) {
        var asked = new ArrayList<Long>();
        if (locked.present().isPresent()) {
            changes.forEach((item, value) -> {
                if (!mine.containsKey(item)) {
                    var claimed = Objects.requireNonNullElse(value, "");
                    asked.add(corrections
                            .flag(new Corrections.Doubt(edit.register(), edit.key(), item, claimed, edit.reason()), by)
                            .id());
                }
            });
        }
        return asked;
    }

    @Override
    @Transactional
    public WriteOutcome end(RegisterCode register, RecordKey key, LocalDate on, String reason, CurrentUser by) {
        var shape = shapes.require(register);
        requireSource(shape, shape.definition().facts().key(), by);
        var locked = versions.lock(shape, key);
        var present = locked.present().orElseThrow(() -> new ProblemException(RegistersProblem.RECORD_NOT_FOUND));
        if (present.validTo() != null && !on.isBefore(present.validTo())) {
            return new WriteOutcome.Unchanged();
        }
        var fault = VersionWriting.endFault(locked, present, on);
        if (fault.isPresent()) {
            return new WriteOutcome.Refused(List.of(fault.get()));
        }
        var position = versions.end(locked, on, by.name());
        audit.record(AuditAction.of(by.actor(), "registers.end_record", "register", register.value())
                .because(reason)
                .with("position", position)
                .with("on", on));
        return new WriteOutcome.Written(position, List.of());
    }
}
