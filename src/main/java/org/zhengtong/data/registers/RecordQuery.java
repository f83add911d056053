package org.zhengtong.data.registers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.data.registers.ReadPermit.Condition;

/**
 * What is looked for in a register.
 *
 * @param text beginning of one of the register's search items; empty for all
 * @param sort item to sort by; null for the key
 * @param after where the page before ended, as {@code RecordPage.next} gave it; null for the first page
 * @param ended also records that are no longer valid
 */
public record RecordQuery(
        RegisterCode register,
        String text,
        List<Condition> conditions,
        @Nullable GeoBox box,
        @Nullable ItemName sort,
        boolean descending,
        boolean ended,
        @Nullable String after,
        int most) {

    private static final int MOST = 10_000;

    public RecordQuery {
        conditions = List.copyOf(conditions);
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("Not a page size: " + most);
        }
    }

    /** Everything, by key. */
    public static RecordQuery all(RegisterCode register, int most) {
        return new RecordQuery(register, "", List.of(), null, null, false, false, null, most);
    }

    public RecordQuery with(List<Condition> more) {
        return new RecordQuery(register, text, more, box, sort, descending, ended, after, most);
    }

    public RecordQuery within(@Nullable GeoBox area) {
        return new RecordQuery(register, text, conditions, area, sort, descending, ended, after, most);
    }

    public RecordQuery after(@Nullable String token) {
        return new RecordQuery(register, text, conditions, box, sort, descending, ended, token, most);
    }
}
