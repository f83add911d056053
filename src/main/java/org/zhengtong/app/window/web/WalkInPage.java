package org.zhengtong.app.window.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.Draft;

/** The counter: whom to file for, and what was begun before. */
public record WalkInPage(WalkInForm form, List<Item> items, List<FieldFault> errors, List<Draft> drafts) {

    /** An item that can be filed. */
    public record Item(String code, String name, boolean chosen) {}

    public boolean has(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }
}
