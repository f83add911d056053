package org.zhengtong.service.fees.web;

import java.util.Locale;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** Who of the staff asks, and in which language the answer is said. */
record DeskRequest(CurrentUser user, Texts texts, Locale locale) {

    String say(String key, Object... args) {
        return texts.say(locale, key, args);
    }

    FieldFault fault(String field, String key, Object... args) {
        return new FieldFault(field, say(key, args));
    }
}
