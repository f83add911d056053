package org.zhengtong.app.design.web;

import java.util.List;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormView;

/**
 * A page of the form as applicants will see it.
 *
 * @param right whether what was typed for a trial is right
 */
public record PreviewPage(ItemDesign draft, List<FormPage> pages, FormView view, String key, boolean right) {

    public String address() {
        return "/staff/design/" + draft.id().value();
    }
}
