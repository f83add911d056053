package org.zhengtong.base.identity.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.NewPassword;

/** What the forms to open an account send. */
record RegistrationForm(
        @Nullable String name,
        @Nullable String number,
        @Nullable String creditCode,
        @Nullable String legalRepresentative,
        @Nullable String mobile,
        @Nullable String password,
        @Nullable String repeated,
        @Nullable String next) {

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    NewPassword newPassword() {
        return new NewPassword(text(password), text(repeated));
    }
}
