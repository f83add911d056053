package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A joint site visit (联合踏勘): several departments look at the place together (行政许可法 第三十四条). The limits run on.
 *
 * @param serial counts the visits of a case, from 1
 * @param startsAt time of day, such as {@code 09:30}
 * @param purpose what is looked at
 * @param department that leads it
 * @param notices how many notices of it the applicant got
 * @param words why it was moved last, called off, or closed early; null when nothing of that happened
 */
public record SiteVisit(
        int serial,
        State state,
        LocalDate heldOn,
        String startsAt,
        String place,
        String purpose,
        DepartmentId department,
        int notices,
        Instant plannedAt,
        String plannedName,
        @Nullable String words,
        @Nullable Instant endedAt,
        @Nullable String endedName,
        List<Party> parties) {

    /** Key under which tasks of visits stand; no procedure has such a step. */
    public static final String STEP = ":visit";

    public SiteVisit {
        parties = List.copyOf(parties);
    }

    /** Where it stands. */
    public enum State {
        PLANNED,
        CALLED_OFF,
        CLOSED
    }

    /** What a department found: it fits, fits once something is mended, or does not fit. */
    public enum Result {
        FITS,
        TO_MEND,
        UNFIT
    }

    /** Whether it is still to be held or written up. */
    public boolean open() {
        return state == State.PLANNED;
    }

    /** The same at another time or place. */
    public SiteVisit moved(CaseVisits.When when, String why) {
        return new SiteVisit(
                serial,
                state,
                when.heldOn(),
                when.startsAt(),
                when.place().strip(),
                purpose,
                department,
                notices + 1,
                plannedAt,
                plannedName,
                why,
                endedAt,
                endedName,
                parties);
    }

    private SiteVisit with(List<Party> others) {
        return new SiteVisit(
                serial,
                state,
                heldOn,
                startsAt,
                place,
                purpose,
                department,
                notices,
                plannedAt,
                plannedName,
                words,
                endedAt,
                endedName,
                others);
    }

    /** The same with what one of the departments found. */
    public SiteVisit found(int task, Result result, String what, List<Paper> files, Instant at, String by) {
        return with(parties.stream()
                .map(one -> one.task() == task
                        ? new Party(one.department(), task, one.people(), result, what, files, at, by)
                        : one)
                .toList());
    }

    /** The same for those who are not told what was found. */
    public SiteVisit withoutFindings() {
        return with(parties.stream()
                .map(one -> new Party(one.department(), one.task(), one.people(), null, null, List.of(), null, null))
                .toList());
    }

    /** How many departments have written what they found. */
    public long found() {
        return parties.stream().filter(one -> one.result() != null).count();
    }

    /**
     * A department that takes part.
     *
     * @param task to write what was found
     * @param result null until it has
     */
    public record Party(
            DepartmentId department,
            int task,
            List<Person> people,
            @Nullable Result result,
            @Nullable String words,
            List<Paper> files,
            @Nullable Instant foundAt,
            @Nullable String foundName) {

        public Party {
            people = List.copyOf(people);
            files = List.copyOf(files);
        }
    }

    /** Somebody who takes part. */
    public record Person(long account, String name) {}

    /** A photograph or a paper, by the identifier of the stored file. */
    public record Paper(String file, String name) {}
}
