package org.zhengtong.app.design.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.WrittenProcedures;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.service.items.WrittenItems;

/** Hands a draft to the rooms that put it in force: guide to the items, form and procedure to casework. */
@Component
class Publishing {

    private final DraftCheck check;
    private final DrawingCheck drawing;
    private final GuideText guides;
    private final WrittenItems items;
    private final WrittenProcedures procedures;
    private final ServiceItems inForce;

    Publishing(
            DraftCheck check,
            DrawingCheck drawing,
            GuideText guides,
            WrittenItems items,
            WrittenProcedures procedures,
            ServiceItems inForce) {
        this.check = check;
        this.drawing = drawing;
        this.guides = guides;
        this.items = items;
        this.procedures = procedures;
        this.inForce = inForce;
    }

    List<Finding> findings(ItemDesign draft) {
        return check.findings(draft);
    }

    int publish(ItemDesign draft, CurrentUser by) {
        procedures.publish(drawing.write(draft));
        return items.publish(guides.write(draft), by.name());
    }

    void retire(ItemDesign draft) {
        items.retire(new ItemCode(draft.code()));
        procedures.retire(draft.procedureKey());
    }

    /** What was published, with what was changed in its guide since. */
    ItemContent asPublished(ItemDesign published) {
        var content = published.content();
        var origin =
                content.fact("origin").isEmpty() ? String.valueOf(published.id().value()) : content.fact("origin");
        return inForce.find(new ItemCode(published.code()))
                .map(item -> content.stating(PublishedFacts.of(item)))
                .orElse(content)
                .stating(Map.of("origin", origin));
    }
}
