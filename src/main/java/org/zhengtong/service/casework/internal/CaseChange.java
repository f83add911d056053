package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseMoved;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;

/** Everything one action changes in a case; written with one statement. */
final class CaseChange {

    private final long key;
    private final int revision;
    final Doer by;
    final Instant at;
    final LocalDate on;

    CaseState state;
    LocalDate receivedOn;

    @Nullable
    LocalDate acceptedOn;

    boolean deemedAccepted;

    @Nullable
    Instant supplementAt;

    @Nullable
    Instant decidedAt;

    @Nullable
    LocalDate decidedOn;

    @Nullable
    Boolean granted;

    @Nullable
    Boolean inTime;

    @Nullable
    Integer workingDays;

    @Nullable
    Instant closedAt;

    @Nullable
    String resultIdentifier;

    CaseMoved.Move move = CaseMoved.Move.CHANGED;
    String words = "";

    final List<TaskRow> opened = new ArrayList<>();
    final List<TaskRow> changed = new ArrayList<>();
    final List<ClockRow> clocks = new ArrayList<>();
    final List<EndedClock> endedClocks = new ArrayList<>();
    final List<Told> events = new ArrayList<>();
    final List<Decided> decisions = new ArrayList<>();
    final List<Paper> papers = new ArrayList<>();
    final List<Object> news = new ArrayList<>();

    /** What is done about limits; null when nothing is. */
    @Nullable
    LimitChange limits;

    /** What is done about questions to other departments; null when nothing is. */
    @Nullable
    ConsultChange questions;

    /** What is done about deferred materials and commitments; null when nothing is. */
    @Nullable
    OfferChange offers;

    /** What is done to the case's own tree; null when nothing is. */
    @Nullable
    StepChange steps;

    /** What is done about site visits; null when nothing is. */
    @Nullable
    VisitChange visits;

    /** How a clock ends; without {@code canceled} it is met or overdue by its own due date. */
    record EndedClock(String step, boolean canceled) {}

    record Told(EventKind kind, Map<String, String> detail) {}

    record Decided(int serial, Decision decision) {}

    /** {@code serial} counts the documents of a kind that a case can have several of. */
    record Paper(DocumentKind kind, int serial, DepartmentId department, Map<String, String> facts) {
        Paper(DocumentKind kind, DepartmentId department, Map<String, String> facts) {
            this(kind, 1, department, facts);
        }
    }

    private CaseChange(long key, int revision, CaseFile file, Doer by, Instant at, LocalDate on) {
        this.key = key;
        this.revision = revision;
        this.by = by;
        this.at = at;
        this.on = on;
        this.state = file.state();
        this.receivedOn = file.receivedOn();
        this.acceptedOn = file.acceptedOn();
        this.deemedAccepted = file.deemedAccepted();
        this.decidedAt = file.decidedAt();
        this.granted = file.granted();
        this.closedAt = file.closedAt();
        this.resultIdentifier = file.resultIdentifier();
    }

    /** A change of a stored case, by somebody, now. */
    static CaseChange of(LoadedCase loaded, Doer by, Instant at, LocalDate on) {
        var change = new CaseChange(loaded.key(), loaded.revision(), loaded.file(), by, at, on);
        change.supplementAt = loaded.supplementAt();
        return change;
    }

    /** The first change of a case that is being filed. */
    static CaseChange filing(long key, CaseFile file, Doer by, Instant at, LocalDate on) {
        return new CaseChange(key, 0, file, by, at, on);
    }

    long key() {
        return key;
    }

    int revision() {
        return revision;
    }

    LimitChange limits() {
        var known = limits;
        if (known == null) {
            known = new LimitChange();
            limits = known;
        }
        return known;
    }

    ConsultChange questions() {
        var known = questions;
        if (known == null) {
            known = new ConsultChange();
            questions = known;
        }
        return known;
    }

    OfferChange offers() {
        var known = offers;
        if (known == null) {
            known = new OfferChange();
            offers = known;
        }
        return known;
    }

    StepChange steps() {
        var known = steps;
        if (known == null) {
            known = new StepChange();
            steps = known;
        }
        return known;
    }

    VisitChange visits() {
        var known = visits;
        if (known == null) {
            known = new VisitChange();
            visits = known;
        }
        return known;
    }

    void tell(EventKind kind, Map<String, String> detail) {
        events.add(new Told(kind, detail));
    }

    void open(TaskRow task, ClockRow clock) {
        opened.add(task);
        clocks.add(clock);
    }

    /** The step's clock ends with it; one that this change begins is stored as ended. */
    void endClock(String step, boolean canceled) {
        var begun = clocks.stream().map(ClockRow::step).toList().indexOf(step);
        if (begun < 0) {
            endedClocks.add(new EndedClock(step, canceled));
        } else {
            clocks.set(begun, clocks.get(begun).ended(at, on, canceled));
        }
    }

    /** The joint clock, or the intake clock before acceptance, ends with the case. */
    void endMainClock(boolean canceled) {
        endClock(acceptedOn == null ? ClockView.INTAKE : ClockView.JOINT, canceled);
    }
}
