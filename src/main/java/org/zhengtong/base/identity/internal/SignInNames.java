package org.zhengtong.base.identity.internal;

import java.text.Normalizer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What people type as their name, made comparable and then digested: no list of names can be read from the database. */
@Component
class SignInNames {

    private final Secrets secrets;

    SignInNames(Secrets secrets) {
        this.secrets = secrets;
    }

    byte[] digest(String typed) {
        return secrets.digest("sign-in name", comparable(typed));
    }

    static String comparable(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }
}
