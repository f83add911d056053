package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.Opinion;

/** What a change does to the questions of its case; most changes do nothing to them. */
final class ConsultChange {

    final List<Opinion> asked = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();

    /** Serials of questions of which somebody was reminded. */
    final List<Integer> reminded = new ArrayList<>();

    final List<Moved> moved = new ArrayList<>();

    /** Until when it is asked for an answer now. */
    record Moved(int serial, LocalDate dueOn) {}

    record Ended(
            int serial,
            Opinion.State state,
            Opinion.@Nullable Stance stance,
            @Nullable String words) {}
}
