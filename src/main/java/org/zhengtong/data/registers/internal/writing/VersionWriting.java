package org.zhengtong.data.registers.internal.writing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordsChanged;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.internal.definition.DefinitionStore;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import org.zhengtong.data.registers.internal.loading.Geometries;
import org.zhengtong.data.registers.internal.loading.WrittenForms;

/** The history of one record: what is true from a day on replaces what was thought true, and nothing is forgotten. */
@Component
public class VersionWriting {

    private final VersionStore versions;
    private final DefinitionStore registers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VersionWriting(VersionStore versions, DefinitionStore registers, ApplicationEventPublisher events, Clock clock) {
        this.versions = versions;
        this.registers = registers;
        this.events = events;
        this.clock = clock;
    }

    /** A record as it stands, with the lock that keeps it so. */
    record Locked(RegisterShape shape, RecordKey key, long lastPosition, Optional<VersionStore.Present> present) {}

    Locked lock(RegisterShape shape, RecordKey key) {
        var position = registers.lockPosition(shape.definition().code());
        return new Locked(shape, key, position, versions.find(shape, key));
    }

    /** All values of a record with some of them replaced, in their kept form. */
    Map<ItemName, @Nullable String> merged(Locked locked, Map<ItemName, @Nullable String> changes) {
        var values = new LinkedHashMap<ItemName, @Nullable String>();
        for (var item : locked.shape().items()) {
            var stored = locked.present()
                    .map(VersionStore.Present::values)
                    .orElse(Map.of())
                    .get(item.name());
            values.put(
                    item.name(),
                    changes.containsKey(item.name()) ? new WrittenForms(item).form(changes.get(item.name())) : stored);
        }
        values.put(locked.shape().definition().facts().key(), locked.key().value());
        return values;
    }

    List<RowFault> faults(RegisterShape shape, Map<ItemName, @Nullable String> values) {
        return versions.faults(
                shape,
                values,
                geometry(shape, values).map(Geometries.Shape::sqlBox).orElse(null));
    }

    private static Optional<Geometries.Shape> geometry(RegisterShape shape, Map<ItemName, @Nullable String> values) {
        var name = shape.definition().facts().geometry();
        return name == null ? Optional.empty() : Geometries.read(values.get(name));
    }

    /** Writes values that keep to the rules; says the new position. */
    long put(Locked locked, Map<ItemName, @Nullable String> values, LocalDate from, String by) {
        var shape = locked.shape();
        var stamp = new VersionStore.Stamp(clock.instant(), locked.lastPosition() + 1, by);
        var kept = new LinkedHashMap<>(values);
        var geometry = geometry(shape, values);
        geometry.ifPresent(found ->
                kept.put(Objects.requireNonNull(shape.definition().facts().geometry()), found.geoJson()));
        if (locked.present().isPresent()) {
            versions.clearFrom(shape, locked.key(), from, stamp);
        }
        versions.put(shape, kept, geometry.map(Geometries.Shape::sqlBox).orElse(null), from, stamp);
        return moved(shape, stamp.position(), locked.present().isPresent() ? 0 : 1);
    }

    /** Why a record cannot end on a day: it has to be after the day it began. */
    static Optional<RowFault> endFault(Locked locked, VersionStore.Present present, LocalDate on) {
        var definition = locked.shape().definition();
        return on.isAfter(present.validFrom())
                ? Optional.empty()
                : Optional.of(new RowFault(
                        definition.keyItem().title().chinese(),
                        definition.facts().key(),
                        "ends_before_begin",
                        present.validFrom().toString()));
    }

    long end(Locked locked, LocalDate on, String by) {
        var stamp = new VersionStore.Stamp(clock.instant(), locked.lastPosition() + 1, by);
        versions.end(locked.shape(), locked.key(), on, stamp);
        return moved(locked.shape(), stamp.position(), 0);
    }

    private long moved(RegisterShape shape, long position, int records) {
        registers.advance(shape.definition().code(), 1, records);
        events.publishEvent(new RecordsChanged(shape.definition().code(), position, position));
        return position;
    }

    /** Marks the items that somebody doubts. */
    public void mark(RegisterShape shape, RecordKey key, List<String> items) {
        versions.mark(shape, key, items);
    }

    /** The value of one item as it stands; empty for none, and when there is no such record. */
    public String shown(RegisterShape shape, RecordKey key, ItemName item) {
        return versions.find(shape, key)
                .map(present -> Objects.requireNonNullElse(present.values().get(item), ""))
                .orElse("");
    }

    /** Puts another value in the place of one; says what is wrong with it, if anything. Within the caller's transaction. */
    public List<RowFault> correct(
            RegisterShape shape, RecordKey key, ItemName item, String value, LocalDate from, String by) {
        var locked = lock(shape, key);
        var values = merged(locked, Map.of(item, value));
        var faults = faults(shape, values);
        if (faults.isEmpty()) {
            put(locked, values, from, by);
        }
        return faults;
    }

    /** Ends a record that still counts; nothing happens to one that has ended. Within the caller's transaction. */
    public void endOn(RegisterShape shape, RecordKey key, LocalDate on, String by) {
        var locked = lock(shape, key);
        if (locked.present().filter(present -> present.validTo() == null).isPresent()) {
            end(locked, on, by);
        }
    }
}
