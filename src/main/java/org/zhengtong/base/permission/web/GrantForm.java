package org.zhengtong.base.permission.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.permission.Term;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.TypedDay;

/** Where and for how long a role is granted; either day may be left open. */
record GrantForm(
        String scope, @Nullable String firstOn, @Nullable String lastOn) {

    Term term(ZoneId zone) {
        try {
            return Term.ofDays(day(firstOn), day(lastOn), zone);
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        return written == null || written.isBlank()
                ? null
                : TypedDay.of(written).orElseThrow(() -> new ProblemException(CommonProblem.BAD_REQUEST));
    }
}
