package org.zhengtong.app.operating.web;

import java.util.List;
import org.zhengtong.base.settings.SettingChange;
import org.zhengtong.base.settings.SettingState;
import org.zhengtong.base.ui.FieldFault;

/** One setting with what was written to change it and what was changed before. */
public record SettingPage(
        SettingState state,
        SettingForm form,
        List<SettingChange> history,
        boolean mayChange,
        List<FieldFault> faults,
        boolean done) {

    /** Name of the input's kind in HTML. */
    public String input() {
        return switch (state.setting().kind().name()) {
            case "time" -> "time";
            case "whole" -> "number";
            default -> "text";
        };
    }
}
