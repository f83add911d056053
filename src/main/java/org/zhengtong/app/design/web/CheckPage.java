package org.zhengtong.app.design.web;

import java.util.List;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.ItemDesign;

/** Everything that is to mend in a draft, with the way to each place. */
public record CheckPage(ItemDesign draft, List<Line> lines) {

    /** A sentence and where it is mended. */
    public record Line(Finding.Part part, String text, String href) {}

    public String address() {
        return "/staff/design/" + draft.id().value();
    }
}
