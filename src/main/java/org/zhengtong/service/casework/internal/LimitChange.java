package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.Suspension;

/** What a change does to the limits of its case; most changes do nothing to them. */
final class LimitChange {

    final List<Started> started = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    final List<Answered> answered = new ArrayList<>();
    final List<Paper> papers = new ArrayList<>();

    final List<Suspension> suspended = new ArrayList<>();
    final List<Resumed> resumed = new ArrayList<>();

    final List<Reopening> reopenings = new ArrayList<>();
    final List<ReopeningAnswered> reopeningsAnswered = new ArrayList<>();

    /** Clocks as they are from now on, ended ones too. */
    final List<ClockRow> moved = new ArrayList<>();

    record Started(int serial, TaskRow task, SpecialProcedure.Kind kind, String reason, LocalDate expectedOn) {}

    /** {@code result} is null when nobody waits for it any more. */
    record Ended(
            int serial, @Nullable String result, @Nullable String opinion) {}

    /** {@code outcome} is null when the case ends and nothing goes on. */
    record Resumed(int serial, @Nullable String outcome) {}

    record Asked(Extension request) {}

    record Answered(
            int serial, Extension.State state, @Nullable String answer) {}

    record ReopeningAnswered(
            int serial, Reopening.State state, @Nullable String answer) {}

    /** A document that a case can have several of. */
    record Paper(DocumentKind kind, int serial, String department, Map<String, String> facts) {}
}
