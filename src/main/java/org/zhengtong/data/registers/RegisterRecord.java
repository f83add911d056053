package org.zhengtong.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as a permit shows it.
 *
 * @param values by item, masked where the permit says so; an item without a value has none here
 * @param validTo first day on which it is no longer valid; null while it is
 * @param position place in the register's sequence of changes
 * @param underCheck items somebody doubts, until the source has answered (核实中)
 */
public record RegisterRecord(
        RecordKey key,
        Map<ItemName, Object> values,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        long position,
        Set<ItemName> underCheck) {

    /** The value as text; empty when there is none. */
    public String text(ItemName item) {
        var value = values.get(item);
        return value == null
                ? ""
                : value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
    }
}
