package org.zhengtong.data.registers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Words;

/**
 * A register as its definition says: the schema read, and the facts beside it.
 *
 * @param version grows with each change
 * @param body the whole definition as JSON; its schema is JSON Schema 2020-12
 */
public record RegisterDefinition(
        RegisterCode code,
        int version,
        Words title,
        Words summary,
        RegisterFacts facts,
        FormSchema form,
        Map<ItemName, RegisterItem> items,
        List<ItemSource> sources,
        String body) {

    public RegisterDefinition {
        items = new LinkedHashMap<>(items);
        sources = List.copyOf(sources);
    }

    /**
     * What a register is beside its schema.
     *
     * @param resource code of its resource in the catalog; may be empty
     * @param holder the department that answers for the register as a whole
     * @param label item that names a record to people
     * @param partitions number of hash partitions; 0 for one table
     * @param open whether anybody may read its open items
     * @param checkDays working days within which the source answers a doubt (国发〔2016〕51号)
     */
    public record RegisterFacts(
            String resource,
            DepartmentId holder,
            ItemName key,
            ItemName label,
            @Nullable ItemName geometry,
            List<List<ItemName>> indexes,
            List<ItemName> search,
            int partitions,
            boolean open,
            int checkDays) {
        public RegisterFacts {
            indexes = List.copyOf(indexes);
            search = List.copyOf(search);
        }
    }

    public Optional<RegisterItem> find(ItemName name) {
        return Optional.ofNullable(items.get(name));
    }

    public RegisterItem require(ItemName name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(code + " has no item " + name));
    }

    public RegisterItem keyItem() {
        return require(facts.key());
    }

    /** The department whose word counts for an item on a day; the register's holder where none is named. */
    public DepartmentId sourceOf(ItemName item, LocalDate on) {
        return sources.stream()
                .filter(source -> source.item().equals(item) && !source.from().isAfter(on))
                .max(Comparator.comparing(ItemSource::from))
                .map(ItemSource::department)
                .orElse(facts.holder());
    }

    /** All departments that are a source of something on a day. */
    public Set<DepartmentId> departmentsOn(LocalDate day) {
        return items.keySet().stream().map(item -> sourceOf(item, day)).collect(Collectors.toSet());
    }

    /** Items of this sensitivity or less. */
    public Set<ItemName> itemsUpTo(Sensitivity most) {
        return items.values().stream()
                .filter(item -> item.sensitivity().compareTo(most) <= 0)
                .map(RegisterItem::name)
                .collect(Collectors.toSet());
    }

    /** Whether it holds personal data. */
    public boolean personal() {
        return items.values().stream().anyMatch(item -> item.sensitivity() == Sensitivity.PERSONAL);
    }
}
