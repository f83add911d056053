package org.zhengtong.service.supervision.web;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.supervision.Maps;

/** Which division a supervisor looks at: the one asked for if he may, else the highest of his own. */
@Component
public class SupervisedDivision {

    /** Needed to look at the figures of a division. */
    public static final String VIEW_DASHBOARD = "supervision.view_dashboard";

    private final Permissions permissions;
    private final Divisions divisions;
    private final Maps maps;

    SupervisedDivision(Permissions permissions, Divisions divisions, Maps maps) {
        this.permissions = permissions;
        this.divisions = divisions;
        this.maps = maps;
    }

    /** The division asked for, or the highest of the user's own. */
    public Division require(@Nullable String asked, CurrentUser user) {
        permissions.require(user, VIEW_DASHBOARD);
        var code = asked == null || asked.isBlank() ? home(user) : code(asked);
        permissions.require(user, VIEW_DASHBOARD, code);
        return divisions.require(code);
    }

    private DivisionCode home(CurrentUser user) {
        var scope = permissions.scopeOf(user, VIEW_DASHBOARD);
        if (scope.everything()) {
            return maps.top().orElseGet(() -> divisions.provinces().getFirst().code());
        }
        return scope.divisions().stream()
                .min(Comparator.comparing(DivisionCode::level).thenComparing(Comparator.naturalOrder()))
                .or(() -> scope.departments().stream()
                        .map(department -> department.division())
                        .min(Comparator.naturalOrder()))
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_ALLOWED));
    }

    private static DivisionCode code(String asked) {
        try {
            return new DivisionCode(asked);
        } catch (IllegalArgumentException notOne) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    /** The division above, as far as the user may look at it. */
    @Nullable
    DivisionCode above(Division division, CurrentUser user) {
        var parent = division.parent();
        return parent != null && permissions.may(user, VIEW_DASHBOARD, parent) ? parent : null;
    }
}
