package org.zhengtong.app.design.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.Material;
import org.zhengtong.base.ui.FieldFault;

/**
 * The materials, and one of them to edit.
 *
 * @param row the one that is edited; null when none is
 */
public record MaterialsPage(ItemDesign draft, @Nullable Material row, List<FieldFault> errors, boolean undo) {

    public String address() {
        return "/staff/design/" + draft.id().value();
    }

    /** Necessities to choose from. */
    public List<String> necessities() {
        return List.of("REQUIRED", "CONDITIONAL", "WAIVED");
    }
}
