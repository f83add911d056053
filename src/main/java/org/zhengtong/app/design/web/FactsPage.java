package org.zhengtong.app.design.web;

import java.util.List;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.base.ui.FieldFault;

/**
 * A page of single values.
 *
 * @param seen the version that the page was made from
 */
public record FactsPage(ItemDesign draft, Part part, List<FactField> fields, List<FieldFault> errors, int seen) {

    public String address() {
        return "/staff/design/" + draft.id().value();
    }
}
