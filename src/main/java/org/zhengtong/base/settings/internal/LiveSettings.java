package org.zhengtong.base.settings.internal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.Settings;

@Service
class LiveSettings implements Settings, SmartInitializingSingleton {

    private final AllSettings all;
    private final Choices choices;
    private final StartValues started;

    LiveSettings(AllSettings all, Choices choices, StartValues started) {
        this.all = all;
        this.choices = choices;
        this.started = started;
    }

    /** A choice that a later release no longer allows counts for nothing. */
    @Override
    public <T> T value(Setting<T> setting) {
        return choices.find(setting.name()).flatMap(setting.kind()::read).orElseGet(() -> atStart(setting));
    }

    private <T> T atStart(Setting<T> setting) {
        return started.find(setting.name())
                .map(found -> setting.kind()
                        .read(found.value())
                        .orElseThrow(() -> new IllegalArgumentException(setting.name() + " must not be " + found.value()
                                + ": " + setting.kind().name() + " "
                                + setting.kind().bounds())))
                .orElseGet(setting::usualValue);
    }

    /** A wrong setting ends the start, not the first request. */
    @Override
    public void afterSingletonsInstantiated() {
        all.live().forEach(this::atStart);
    }
}
