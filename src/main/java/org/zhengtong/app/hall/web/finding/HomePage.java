package org.zhengtong.app.hall.web.finding;

import java.util.List;
import java.util.Map;
import org.zhengtong.service.items.LifeEvent;
import org.zhengtong.service.items.TargetGroup;

/**
 * The home page.
 *
 * @param totals items for each target group in this place
 * @param events life events of each group that have items here, with their number
 */
public record HomePage(
        Place place,
        List<String> words,
        Map<TargetGroup, Long> totals,
        Map<TargetGroup, List<EventLink>> events,
        List<ItemRow> often,
        List<DepartmentLink> departments) {

    /** A life event and how many items it leads to. */
    public record EventLink(LifeEvent event, long items) {}

    /** A department and how many items it has. */
    public record DepartmentLink(String id, String name, long items) {}
}
