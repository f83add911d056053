package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.ui.ShellUser;
import org.zhengtong.base.ui.ShellUserSource;

/** Tells the frame of a page who is signed in. */
@Component
class ShellUsers implements ShellUserSource {

    private final SignedInSessions sessions;
    private final Departments departments;

    ShellUsers(SignedInSessions sessions, Departments departments) {
        this.sessions = sessions;
        this.departments = departments;
    }

    @Override
    public @Nullable ShellUser current(HttpServletRequest request) {
        return sessions.find(request).map(this::shown).orElse(null);
    }

    // Whoever acts for an enterprise sees on every page for whom, and who he is.
    private static String name(CurrentUser user) {
        var acting = user.acting();
        return acting == null ? user.name() : user.name() + " / " + acting.agentName();
    }

    private ShellUser shown(CurrentUser user) {
        var department = user.department();
        var title = department == null
                ? ""
                : departments.find(department).map(Department::shortName).orElse("");
        return new ShellUser(user.id().value(), name(user), title, user.isStaff(), user.permissions());
    }
}
