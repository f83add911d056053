package org.zhengtong.app.hall.web.progress;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.web.progress.ProgressPage.Held;
import org.zhengtong.app.hall.web.progress.ProgressPage.MoreTime;
import org.zhengtong.app.hall.web.progress.ProgressPage.Pause;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.service.casework.CaseSuspensions;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.Suspension;

/** Why the clock of a case stands still or runs longer, in the applicant's words (行政许可法 第四十二条、第四十五条). */
@Component
class PauseReading {

    private final Texts texts;
    private final DueDateWords words;
    private final CaseSuspensions suspensions;

    PauseReading(Texts texts, DueDateWords words, CaseSuspensions suspensions) {
        this.texts = texts;
        this.words = words;
        this.suspensions = suspensions;
    }

    List<Pause> pauses(CaseView view) {
        return view.specialProcedures().stream()
                .filter(one -> one.running())
                .map(one -> new Pause(
                        one,
                        department(view, one.step()),
                        document(view, DocumentKind.SPECIAL_PROCEDURE_NOTICE, one.serial())))
                .toList();
    }

    List<Held> held(CaseView view, Locale locale) {
        return view.suspensions().stream()
                .filter(Suspension::running)
                .map(one -> new Held(
                        one,
                        suspensions.title(one, locale),
                        document(view, DocumentKind.SUSPENSION_NOTICE, one.serial())))
                .toList();
    }

    List<MoreTime> longer(CaseView view, Locale locale) {
        return view.extensions().stream()
                .filter(one -> one.state() == Extension.State.APPROVED)
                .map(one -> new MoreTime(
                        one.step().equals(ClockView.JOINT)
                                ? texts.say(locale, "hall.longer.joint")
                                : department(view, one.step()),
                        words.limit(one.by(), locale),
                        one.reason(),
                        document(view, DocumentKind.EXTENSION_NOTICE, one.serial())))
                .toList();
    }

    private static String department(CaseView view, String step) {
        return view.lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .map(CaseView.Lane::departmentName)
                .findFirst()
                .orElse("");
    }

    private static CaseView.@Nullable Document document(CaseView view, DocumentKind kind, int serial) {
        return view.documents().stream()
                .filter(one -> one.kind() == kind && one.serial() == serial)
                .findFirst()
                .orElse(null);
    }

    /** The special procedure, the amount of time or the department that an event is about; empty for others. */
    String about(CaseView.Happening event, Locale locale) {
        var procedure = event.procedure();
        var amount = event.amount();
        return procedure != null
                ? texts.say(locale, "casework.special-procedure." + procedure)
                : amount == null ? event.detail().getOrDefault("asked", "") : words.limit(amount, locale);
    }
}
