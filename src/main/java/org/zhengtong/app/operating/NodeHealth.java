package org.zhengtong.app.operating;

import java.util.List;
import org.zhengtong.base.identity.CurrentUser;

/** Front door of the room. */
public interface NodeHealth {

    /** Permission to see it. */
    String VIEW_HEALTH = "operating.view_health";

    /** Looks at every part now. */
    List<HealthLine> look(CurrentUser by);
}
