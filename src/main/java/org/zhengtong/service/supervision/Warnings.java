package org.zhengtong.service.supervision;

import java.util.List;
import org.zhengtong.base.identity.CurrentUser;

/** Reminders that still apply (预警), for supervisors and for the department's own. */
public interface Warnings {

    List<Warning> open(CurrentUser staff, int limit);

    long countOpen(CurrentUser staff);
}
