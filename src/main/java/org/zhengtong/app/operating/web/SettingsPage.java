package org.zhengtong.app.operating.web;

import java.util.List;
import org.zhengtong.base.settings.SettingState;

/** The settings that were wished for. */
public record SettingsPage(SettingsForm form, List<SettingState> states) {

    /** Those that can be changed on screen, or those that are read at the start. */
    public List<SettingState> states(boolean live) {
        return states.stream().filter(state -> state.setting().live() == live).toList();
    }
}
