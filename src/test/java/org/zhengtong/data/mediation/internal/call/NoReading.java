package org.zhengtong.data.mediation.internal.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;

/** Registers without a record: a call of a service reads none. */
record NoReading() implements RegisterReading {

    @Override
    public Optional<RegisterRecord> byKey(RegisterCode register, RecordKey key, ReadPermit permit) {
        return Optional.empty();
    }

    @Override
    public Map<RecordKey, RegisterRecord> byKeys(RegisterCode register, Set<RecordKey> keys, ReadPermit permit) {
        return Map.of();
    }

    @Override
    public Optional<RegisterRecord> asOf(RegisterCode register, RecordKey key, Moment moment, ReadPermit permit) {
        return Optional.empty();
    }

    @Override
    public List<RecordVersion> history(RegisterCode register, RecordKey key, ReadPermit permit) {
        return List.of();
    }

    @Override
    public RecordPage search(RecordQuery query, ReadPermit permit) {
        return new RecordPage(List.of(), null);
    }

    @Override
    public void each(RecordQuery query, ReadPermit permit, Consumer<RegisterRecord> each) {}

    @Override
    public long count(RecordQuery query, ReadPermit permit, long most) {
        return 0;
    }

    @Override
    public List<RegisterRecord> changesAfter(RegisterCode register, long position, int most, ReadPermit permit) {
        return List.of();
    }
}
