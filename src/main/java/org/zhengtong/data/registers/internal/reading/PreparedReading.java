package org.zhengtong.data.registers.internal.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.internal.definition.DefinitionStore;
import org.zhengtong.data.registers.internal.definition.Shapes;

/** Without a transaction: each read is one statement, and a transaction would double its way to the database. */
@Service
class PreparedReading implements RegisterReading {

    private final Shapes shapes;
    private final DefinitionStore definitions;
    private final RecordStore records;
    private final RecordSearch search;
    private final Cache<Form, ReadPlan> plans =
            Caffeine.newBuilder().maximumSize(2_000).build();

    PreparedReading(Shapes shapes, DefinitionStore definitions, RecordStore records, RecordSearch search) {
        this.shapes = shapes;
        this.definitions = definitions;
        this.records = records;
        this.search = search;
    }

    /** What the text of a statement depends on. */
    private record Form(RegisterCode register, int version, Set<ItemName> items, ReadPermit.@Nullable RowFilter rows) {}

    private ReadPlan plan(RegisterCode register, ReadPermit permit) {
        var shape = shapes.require(register);
        return plans.get(
                new Form(register, shape.definition().version(), permit.items(), permit.rows()),
                _ -> new ReadPlan(shape, permit));
    }

    @Override
    public Optional<RegisterRecord> byKey(RegisterCode register, RecordKey key, ReadPermit permit) {
        return records.byKey(plan(register, permit), key, permit);
    }

    @Override
    public Map<RecordKey, RegisterRecord> byKeys(RegisterCode register, Set<RecordKey> keys, ReadPermit permit) {
        return records.byKeys(plan(register, permit), keys, permit);
    }

    @Override
    public Optional<RegisterRecord> asOf(RegisterCode register, RecordKey key, Moment moment, ReadPermit permit) {
        return records.asOf(plan(register, permit), key, moment, permit);
    }

    @Override
    public List<RecordVersion> history(RegisterCode register, RecordKey key, ReadPermit permit) {
        return records.history(plan(register, permit), key, permit);
    }

    @Override
    public RecordPage search(RecordQuery query, ReadPermit permit) {
        return search.page(plan(query.register(), permit), query, permit);
    }

    @Override
    public void each(RecordQuery query, ReadPermit permit, Consumer<RegisterRecord> each) {
        search.each(plan(query.register(), permit), query, permit, each);
    }

    @Override
    public long count(RecordQuery query, ReadPermit permit, long most) {
        return search.count(plan(query.register(), permit), query, permit, most);
    }

    @Override
    public List<RegisterRecord> changesAfter(RegisterCode register, long position, int most, ReadPermit permit) {
        var last = definitions.size(register).position();
        return search.changesAfter(plan(register, permit), position, most, permit, last);
    }
}
