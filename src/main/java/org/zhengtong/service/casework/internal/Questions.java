package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.TaskState;

/** The questions of a case; whoever asked none pays nothing for them. */
@Component
class Questions {

    private final CasePartsStore parts;

    Questions(CasePartsStore parts) {
        this.parts = parts;
    }

    List<Opinion> of(LoadedCase loaded) {
        return loaded.consulted() ? parts.opinions(loaded.key()) : List.of();
    }

    /** Questions asked for tasks that this change ends are not needed any more: they end with them. */
    void follow(LoadedCase loaded, CaseChange change) {
        if (loaded.openQuestions().isEmpty()) {
            return;
        }
        var ended = change.changed.stream()
                .filter(task -> task.state() == TaskState.DONE || task.state() == TaskState.CANCELED)
                .map(TaskRow::serial)
                .collect(Collectors.toSet());
        for (var one : of(loaded)) {
            if (one.open() && ended.contains(one.forTask())) {
                end(loaded, change, one, Opinion.State.LAPSED);
            }
        }
    }

    /** Ends a question without an answer, and the asked department's task with it. */
    static void end(LoadedCase loaded, CaseChange change, Opinion one, Opinion.State state) {
        change.questions().ended.add(new ConsultChange.Ended(one.serial(), state, null, null));
        loaded.findTask(one.task()).ifPresent(task -> change.changed.add(task.in(TaskState.CANCELED, task.dueOn())));
    }
}
