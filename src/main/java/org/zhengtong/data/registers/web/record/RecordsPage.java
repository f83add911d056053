package org.zhengtong.data.registers.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.Sensitivity;

/** One page of records; the columns are the first items. */
public record RecordsPage(
        RegisterDefinition register,
        RecordsForm form,
        List<RegisterItem> columns,
        List<RegisterItem> filters,
        List<RecordsPage.Line> lines,
        @Nullable String nextToken,
        long count,
        boolean countedAll,
        boolean mayWrite) {

    /** A record with its address. */
    public record Line(RegisterRecord record, String href) {}

    public String address() {
        return "/staff/registers/" + register.code() + "/records";
    }

    public @Nullable String first() {
        return form.continued() ? address() + form.query() : null;
    }

    public @Nullable String next() {
        return nextToken == null ? null : address() + form.query() + "&after=" + nextToken;
    }

    public boolean sortable(RegisterItem item) {
        return item.sensitivity() != Sensitivity.PERSONAL;
    }

    /** Address that sorts by this column, the other way when it is sorted already. */
    public String sorted(RegisterItem item) {
        var now = form.sortValue().equals(item.name().value());
        return address() + form.query(item.name().value(), now && !form.descending());
    }

    public @Nullable String order(RegisterItem item) {
        return form.sortValue().equals(item.name().value()) ? (form.descending() ? "descending" : "ascending") : null;
    }
}
