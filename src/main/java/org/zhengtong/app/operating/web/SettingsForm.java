package org.zhengtong.app.operating.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.settings.SettingState;
import org.zhengtong.base.ui.Texts;

/** Which settings somebody wants to see. */
public record SettingsForm(@Nullable String words, @Nullable String show) {

    /** What can be chosen of all settings. */
    public static final List<String> CHOICES = List.of("changeable", "chosen", "start");

    public SettingsForm {
        words = words == null ? "" : words.strip();
        show = show != null && CHOICES.contains(show) ? show : "";
    }

    /** Every word of the search stands in the setting's name or in its sentence. */
    boolean matches(SettingState state, Locale locale, Texts texts) {
        var text = (state.name() + " " + texts.say(locale, state.setting().words())).toLowerCase(Locale.ROOT);
        return shown(state)
                && List.of(String.valueOf(words).toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .allMatch(text::contains);
    }

    private boolean shown(SettingState state) {
        return switch (String.valueOf(show)) {
            case "changeable" -> state.setting().live();
            case "chosen" -> state.chosen();
            case "start" -> !state.setting().live();
            default -> true;
        };
    }

    /** The same wish as an address. */
    public String query() {
        return "?words=" + UriUtils.encode(String.valueOf(words), StandardCharsets.UTF_8) + "&show=" + show;
    }
}
