package org.zhengtong.app.hall.web.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.web.progress.ProgressPage.Denial;
import org.zhengtong.app.hall.web.progress.ProgressPage.EventLine;
import org.zhengtong.app.hall.web.progress.ProgressPage.Held;
import org.zhengtong.app.hall.web.progress.ProgressPage.MoreTime;
import org.zhengtong.app.hall.web.progress.ProgressPage.Pause;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Offered;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.SiteVisit;

/** Tells what happened to a case in the applicant's words. */
@Component
class History {

    /** Who holds a task inside an authority is its own affair. */
    private static final Set<EventKind> INTERNAL = Set.of(
            EventKind.RELEASED,
            EventKind.TRANSFERRED,
            EventKind.LIMIT_CHANGED,
            EventKind.EXTENSION_ASKED,
            EventKind.REOPENING_ASKED,
            EventKind.REOPENING_REFUSED,
            EventKind.EXTENSION_REFUSED,
            EventKind.OPINION_TAKEN_BACK,
            EventKind.RECHECKED,
            EventKind.ANSWER_REMINDED,
            EventKind.VISIT_FOUND,
            EventKind.SIGN_ASKED,
            EventKind.SIGNED,
            EventKind.SIGN_MET,
            EventKind.SIGN_FAILED,
            EventKind.SIGN_TAKEN_BACK);

    private static final Map<EventKind, DocumentKind> DOCUMENTS = Map.ofEntries(
            Map.entry(EventKind.ACCEPTED, DocumentKind.ACCEPTANCE_NOTICE),
            Map.entry(EventKind.DEEMED_ACCEPTED, DocumentKind.ACCEPTANCE_NOTICE),
            Map.entry(EventKind.ACCEPTANCE_REFUSED, DocumentKind.ACCEPTANCE_REFUSAL),
            Map.entry(EventKind.SUPPLEMENT_REQUESTED, DocumentKind.SUPPLEMENT_NOTICE),
            Map.entry(EventKind.SPECIAL_PROCEDURE_STARTED, DocumentKind.SPECIAL_PROCEDURE_NOTICE),
            Map.entry(EventKind.EXTENSION_APPROVED, DocumentKind.EXTENSION_NOTICE),
            Map.entry(EventKind.VISIT_PLANNED, DocumentKind.VISIT_NOTICE),
            Map.entry(EventKind.VISIT_MOVED, DocumentKind.VISIT_NOTICE),
            Map.entry(EventKind.VISIT_CALLED_OFF, DocumentKind.VISIT_NOTICE),
            Map.entry(EventKind.SUSPENDED, DocumentKind.SUSPENSION_NOTICE),
            Map.entry(EventKind.RESUMED, DocumentKind.RESUMPTION_NOTICE),
            Map.entry(EventKind.REOPENED, DocumentKind.REOPENING_NOTICE),
            Map.entry(EventKind.GRANTED, DocumentKind.GRANT),
            Map.entry(EventKind.DENIED, DocumentKind.DENIAL),
            Map.entry(EventKind.MATERIALS_DEFERRED, DocumentKind.DEFERRAL_NOTICE),
            Map.entry(EventKind.COMMITTED, DocumentKind.COMMITMENT),
            Map.entry(EventKind.COMMITMENT_BROKEN, DocumentKind.REVOCATION_PROPOSAL));

    private final Texts texts;
    private final PauseReading pauses;
    private final Clock clock;

    History(Texts texts, PauseReading pauses, Clock clock) {
        this.clock = clock;
        this.texts = texts;
        this.pauses = pauses;
    }

    /** The events an applicant is told, the latest first. */
    List<EventLine> events(CaseView view, Locale locale) {
        return view.timeline().stream()
                .filter(event -> !INTERNAL.contains(event.kind()) && !aboutAskedTask(event))
                .map(event -> line(view, event, locale))
                .toList();
    }

    /** Who took up a question inside the asked department is its affair, too. */
    private static boolean aboutAskedTask(CaseView.Happening event) {
        var step = event.detail().get("step");
        return Opinion.STEP.equals(step)
                || Opinion.SIGN_STEP.equals(step)
                || SiteVisit.STEP.equals(step)
                || Offered.CHECK_STEP.equals(step);
    }

    private EventLine line(CaseView view, CaseView.Happening event, Locale locale) {
        var lane = lane(view, event.detail().getOrDefault("step", ""));
        var ending = event.kind() == EventKind.FILED && view.file().channel() == Channel.WINDOW ? ".WINDOW" : "";
        var key = "hall.event." + event.kind() + ending;
        var text = texts.say(
                locale,
                lane.isEmpty() && texts.knows(key + ".intake") ? key + ".intake" : key,
                lane.map(CaseView.Lane::departmentName).orElse(""),
                lane.map(CaseView.Lane::title)
                        .orElse(event.title(day -> WrittenDates.date(day, LocalDate.now(clock), locale))),
                pauses.about(event, locale));
        return new EventLine(text, note(event, locale), event.at(), document(view, event));
    }

    private static Optional<CaseView.Lane> lane(CaseView view, String step) {
        return view.lanes().stream().filter(lane -> lane.step().equals(step)).findFirst();
    }

    private @Nullable String note(CaseView.Happening event, Locale locale) {
        var reason = event.detail().get("reason");
        if (reason != null && !reason.isBlank()) {
            return reason;
        }
        var key = "hall.event." + event.kind() + ".note";
        return texts.knows(key) ? texts.say(locale, key) : null;
    }

    private static CaseView.@Nullable Document document(CaseView view, CaseView.Happening event) {
        var kind = DOCUMENTS.get(event.kind());
        var serial = event.detail().getOrDefault("serial", "1");
        return view.documents().stream()
                .filter(each -> each.kind() == kind && serial.equals(String.valueOf(each.serial())))
                .findFirst()
                .orElse(null);
    }

    /** Special procedures under way. */
    List<Pause> pauses(CaseView view) {
        return pauses.pauses(view);
    }

    /** The suspension under way. */
    List<Held> held(CaseView view, Locale locale) {
        return pauses.held(view, locale);
    }

    /** Limits that were extended. */
    List<MoreTime> longer(CaseView view, Locale locale) {
        return pauses.longer(view, locale);
    }

    /** What the departments said that did not grant it. */
    static List<Denial> denials(CaseView view) {
        return view.lanes().stream()
                .flatMap(lane -> lane.decision() instanceof Decision.Denied denied
                        ? Stream.of(new Denial(lane.departmentName(), denied.reasons(), denied.remedies()))
                        : Stream.empty())
                .toList();
    }
}
