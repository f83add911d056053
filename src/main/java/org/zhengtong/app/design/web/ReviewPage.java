package org.zhengtong.app.design.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.web.DrawingPage.Shown;
import org.zhengtong.base.ui.FieldFault;

/**
 * A draft for review beside what is published.
 *
 * @param before the published draft; null for a new item
 * @param mayRetire whether it is in force and this user may take it back
 * @param mayPublish whether this user may publish it: a reviewer, and not who wrote or handed it in
 */
public record ReviewPage(
        ItemDesign draft,
        @Nullable ItemDesign before,
        List<Row> rows,
        List<Shown> tree,
        boolean reviewer,
        boolean mayPublish,
        boolean mayRetire,
        String reason,
        List<FieldFault> errors) {

    /** One value before and now. */
    public record Row(String part, String label, String before, String now) {
        public boolean changed() {
            return !before.equals(now);
        }
    }

    public String address() {
        return "/staff/design/" + draft.id().value();
    }

    /** How many values differ. */
    public long changes() {
        return rows.stream().filter(Row::changed).count();
    }
}
