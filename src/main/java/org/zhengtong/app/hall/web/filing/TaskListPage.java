package org.zhengtong.app.hall.web.filing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.FormTasks;
import org.zhengtong.service.casework.Draft;

/**
 * The task list of a draft.
 *
 * @param toReview pages to look at again after the form changed
 * @param known materials that the government has already
 * @param example whether made-up answers are offered
 * @param notice text key of what was just done
 */
public record TaskListPage(
        Draft draft,
        FormTasks tasks,
        Set<String> toReview,
        List<String> known,
        boolean formChanged,
        boolean example,
        @Nullable String notice) {

    /** Address of this draft. */
    public String address() {
        return "/applications/" + draft.id().value();
    }

    /** Class of the status mark. */
    public String mark(FormTasks.Task task) {
        return switch (task.state()) {
            case DONE -> toReview.contains(task.page()) ? "supplement" : "done";
            case TO_MEND -> "supplement";
            case PARTLY, UNTOUCHED -> "draft";
        };
    }

    /** Text key of the status. */
    public String state(FormTasks.Task task) {
        return toReview.contains(task.page()) ? "hall.task.review" : "hall.task." + task.state();
    }

    /** Where the page is filled in; what is to mend is shown at once. */
    public String href(FormTasks.Task task) {
        return address() + "/" + task.page() + (task.state() == FormTasks.State.TO_MEND ? "?mend=true" : "");
    }

    /** The first page that is not done; null when all are. */
    public FormTasks.@Nullable Task next() {
        return tasks.phases().stream()
                .flatMap(phase -> phase.tasks().stream())
                .filter(task -> task.state() != FormTasks.State.DONE || toReview.contains(task.page()))
                .findFirst()
                .orElse(null);
    }

    /** Whether it can be checked and handed in. */
    public boolean ready() {
        return tasks.complete() && toReview.isEmpty();
    }
}
