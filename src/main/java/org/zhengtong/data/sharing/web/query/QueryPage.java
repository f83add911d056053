package org.zhengtong.data.sharing.web.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.sharing.DataGrant;

/**
 * Looking records up under a grant.
 *
 * @param searchable whether the items of the register's search are all given
 * @param record the one record found; null when none was asked for, or there are several
 */
public record QueryPage(
        DataGrant grant,
        RegisterDefinition register,
        String provider,
        boolean searchable,
        QueryPage.Typed typed,
        QueryPage.@Nullable Shown record,
        @Nullable List<QueryPage.Shown> found,
        QueryPage.Doubt doubt,
        List<FieldFault> errors,
        String done) {

    /** What was typed. */
    public record Typed(String purpose, String key, String text) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** A record with its sealed key. */
    public record Shown(RegisterRecord record, String link) {}

    /** A doubt that was typed. */
    public record Doubt(String item, String claimed, String reason) {
        static final Doubt NOTHING = new Doubt("", "", "");

        @SuppressWarnings("ConstantValue") // a form may leave out anything
        public Doubt {
            item = item == null ? "" : item;
            claimed = claimed == null ? "" : claimed;
            reason = reason == null ? "" : reason;
        }
    }

    public String address() {
        return "/staff/sharing/grants/" + grant.number() + "/query";
    }

    /** The items that are given. */
    public List<RegisterItem> items() {
        return register.items().values().stream()
                .filter(item -> grant.terms().items().contains(item.name()))
                .toList();
    }

    public boolean masked(RegisterItem item) {
        return grant.terms().masks().containsKey(item.name());
    }

    public boolean faulty(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }
}
