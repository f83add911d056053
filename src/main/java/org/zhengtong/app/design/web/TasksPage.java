package org.zhengtong.app.design.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;

/**
 * A draft as a list of tasks.
 *
 * @param open how much is to mend on each page
 * @param editable whether the user can change it now
 * @param reviewer whether the user may publish it or send it back
 * @param inForce whether it is what is published now
 * @param done what has just happened, null for nothing
 */
public record TasksPage(
        ItemDesign draft,
        String department,
        Map<Part, Long> open,
        boolean editable,
        boolean writer,
        boolean reviewer,
        boolean inForce,
        @Nullable String done) {

    public String address() {
        return "/staff/design/" + draft.id().value();
    }

    public List<Part> parts() {
        return List.of(Part.values());
    }

    public long open(Part part) {
        return open.getOrDefault(part, 0L);
    }

    /** How many pages are done. */
    public long count() {
        return parts().stream().filter(part -> open(part) == 0).count();
    }

    public boolean ready() {
        return count() == parts().size();
    }
}
