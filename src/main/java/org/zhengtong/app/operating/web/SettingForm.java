package org.zhengtong.app.operating.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.settings.SettingBook.Wish;
import org.zhengtong.base.settings.SettingState;

/** What somebody wrote to change a setting; {@code usual} takes the choice on screen back. */
public record SettingForm(
        @Nullable String value,
        @Nullable String why,
        long seen,
        @Nullable String usual) {

    static SettingForm of(SettingState state) {
        return new SettingForm(state.value(), "", state.changeNumber(), null);
    }

    Wish wish(String name) {
        return new Wish(name, usual == null ? words(value) : "", words(why), seen);
    }

    private static String words(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
