package org.zhengtong.base.settings.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.SettingChange;

/** What was chosen on screen, remembered for a few seconds: settings are asked for at every request. */
@Component
class Choices {

    /** Another instance follows after this time at the latest. */
    private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();

    private final ChangeStore store;
    private volatile @Nullable Remembered remembered;

    Choices(ChangeStore store) {
        this.store = store;
    }

    private record Remembered(Map<String, SettingChange> latest, long at) {}

    Optional<String> find(String name) {
        return Optional.ofNullable(latest().get(name)).map(SettingChange::to);
    }

    Map<String, SettingChange> latest() {
        var known = remembered;
        if (known == null || System.nanoTime() - known.at() > REMEMBERED) {
            known = new Remembered(read(), System.nanoTime());
            remembered = known;
        }
        return known.latest();
    }

    /** As the database has it now. */
    Map<String, SettingChange> read() {
        return store.latest().stream().collect(Collectors.toUnmodifiableMap(SettingChange::name, Function.identity()));
    }

    void forget() {
        remembered = null;
    }
}
