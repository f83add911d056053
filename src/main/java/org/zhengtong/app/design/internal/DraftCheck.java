package org.zhengtong.app.design.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.service.items.WrittenItems;

/** Everything that keeps a draft from being published: the platform's own rules on top of those every pack is held to. */
@Component
class DraftCheck {

    private final FactsCheck facts;
    private final DrawingCheck drawing;
    private final GuideText guides;
    private final WrittenItems items;

    DraftCheck(FactsCheck facts, DrawingCheck drawing, GuideText guides, WrittenItems items) {
        this.facts = facts;
        this.drawing = drawing;
        this.guides = guides;
        this.items = items;
    }

    List<Finding> findings(ItemDesign draft) {
        var found = new ArrayList<>(facts.findings(draft));
        found.addAll(drawing.findings(draft));
        if (found.isEmpty()) {
            items.faultsIn(guides.write(draft))
                    .forEach(error -> found.add(new Finding(Part.GUIDE, null, error.messageKey(), error.arguments())));
        }
        return found.stream()
                .sorted(java.util.Comparator.comparing(Finding::part))
                .toList();
    }
}
