package org.zhengtong.app.design.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.DesignState;
import org.zhengtong.app.design.ItemDesign;

/**
 * A page of the list of drafts.
 *
 * @param departments short names of their departments
 * @param removed the draft that was just thrown away, to bring it back
 * @param writer whether the user may begin one
 */
public record ListPage(
        ListForm form,
        List<ItemDesign> rows,
        boolean more,
        Map<String, String> departments,
        boolean writer,
        @Nullable Long removed) {

    private static final String ADDRESS = "/staff/design";

    /** States to filter by. */
    public List<DesignState> states() {
        return List.of(
                DesignState.EDITING,
                DesignState.IN_REVIEW,
                DesignState.SENT_BACK,
                DesignState.PUBLISHED,
                DesignState.RETIRED);
    }

    /** Which mark a state has. */
    public static String mark(DesignState state) {
        return switch (state) {
            case EDITING, RETIRED, REMOVED -> "draft";
            case IN_REVIEW -> "doing";
            case SENT_BACK -> "supplement";
            case PUBLISHED -> "done";
        };
    }

    /** Address of the next page. */
    public @Nullable String next() {
        return more ? ADDRESS + "?" + form.after(rows.getLast()).query() : null;
    }

    /** Address of the first page, when this is not it. */
    public @Nullable String first() {
        return form.after() == null || form.after().isBlank()
                ? null
                : ADDRESS + "?" + form.fromTheStart().query();
    }

    /** Address of the whole list as a file. */
    public String export() {
        return ADDRESS + ".csv?" + form.fromTheStart().query();
    }
}
