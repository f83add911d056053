package org.zhengtong.base.settings.internal;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingChange;
import org.zhengtong.base.settings.SettingState;
import org.zhengtong.base.settings.SettingState.Source;

/** What holds for a setting, fit to be shown. */
@Component
class States {

    /** Addresses may carry passwords, as a user's or as a parameter. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?<=://)[^/@\\s]*(?=@)|(?<=(?:password|token|secret|key)=)[^&\\s]*", Pattern.CASE_INSENSITIVE);

    private final StartValues started;

    States(StartValues started) {
        this.started = started;
    }

    /** One, or one for each name that the operator chose. */
    Stream<SettingState> of(Setting<?> setting, @Nullable SettingChange latest) {
        return started.expanded(setting.name()).stream().map(name -> of(setting, name, latest));
    }

    private SettingState of(Setting<?> setting, String name, @Nullable SettingChange latest) {
        if (setting.live() && latest != null && latest.to() != null) {
            return state(setting, name, new StartValues.Found(latest.to(), Source.SCREEN, ""), latest);
        }
        var found = name.contains("*") ? null : started.find(name).orElse(null);
        return state(
                setting,
                name,
                found == null ? new StartValues.Found(started.resolved(setting.usual()), Source.USUAL, "") : found,
                latest);
    }

    private static SettingState state(
            Setting<?> setting, String name, StartValues.Found found, @Nullable SettingChange latest) {
        return new SettingState(
                setting,
                name,
                setting.secret() ? "" : HIDDEN.matcher(found.value()).replaceAll("***"),
                !found.value().isEmpty(),
                found.source(),
                found.place(),
                latest);
    }
}
