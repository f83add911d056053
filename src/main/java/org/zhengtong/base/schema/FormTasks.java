package org.zhengtong.base.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The task list of a form. */
public record FormTasks(List<Phase> phases) {
    public FormTasks {
        phases = List.copyOf(phases);
    }

    public int count() {
        return phases.stream().mapToInt(phase -> phase.tasks().size()).sum();
    }

    public int done() {
        return (int) phases.stream()
                .flatMap(phase -> phase.tasks().stream())
                .filter(task -> task.state() == State.DONE)
                .count();
    }

    public boolean complete() {
        return done() == count();
    }

    /** Pages that stand together. */
    public record Phase(String title, List<Task> tasks) {
        public Phase {
            tasks = List.copyOf(tasks);
        }
    }

    /** A page, its state, and a line about its content or what is missing. */
    public record Task(
            String page,
            String title,
            State state,
            @Nullable String note) {}

    /** How far a page is. */
    public enum State {
        UNTOUCHED,
        PARTLY,
        TO_MEND,
        DONE
    }
}
