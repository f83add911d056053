package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case was accepted with besides: materials that follow (容缺受理), and a commitment instead of materials (告知承诺).
 *
 * @param deferred in the order of the procedure; those that came, too
 */
public record Offered(
        List<DeferredMaterial> deferred, @Nullable MadeCommitment commitment) {

    /** Key of the task of checking a commitment; no procedure has such a step. */
    public static final String CHECK_STEP = ":check";

    /** Neither: most cases. */
    public static final Offered NOTHING = new Offered(List.of(), null);

    public Offered {
        deferred = List.copyOf(deferred);
    }

    /** What has not come yet. */
    public List<DeferredMaterial> outstanding() {
        return deferred.stream().filter(one -> one.suppliedAt() == null).toList();
    }

    /**
     * A material that may follow.
     *
     * @param flag pointer to the question whose yes left it out
     * @param file pointer to its files
     * @param dueOn the last day for it
     * @param suppliedAt when it came, null while it is missing
     */
    public record DeferredMaterial(
            int serial,
            String name,
            String flag,
            String file,
            LocalDate dueOn,
            @Nullable Instant suppliedAt) {}

    /**
     * What the applicant committed himself to.
     *
     * @param replaces materials that were not asked for because of it
     * @param checkBy the last day of the check, null before the case is granted
     * @param task serial of the task of checking, null before the case is granted
     * @param kept what the check found, null before it
     */
    public record MadeCommitment(
            Instant madeAt,
            String madeBy,
            List<String> terms,
            List<String> replaces,
            String law,
            @Nullable LocalDate checkBy,
            @Nullable Integer task,
            @Nullable Boolean kept,
            @Nullable String finding,
            @Nullable Instant checkedAt,
            @Nullable String checkedName) {
        public MadeCommitment {
            terms = List.copyOf(terms);
            replaces = List.copyOf(replaces);
        }
    }
}
