package org.zhengtong.app.window.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CodeCheck;
import org.zhengtong.base.codes.MobileNumber;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** Who stands at the counter and what for. */
public record WalkInForm(
        @Nullable String item,
        @Nullable String name,
        @Nullable String identifier,
        @Nullable String mobile) {

    static final WalkInForm EMPTY = new WalkInForm("", "", "", "");

    public WalkInForm {
        item = text(item);
        name = text(name);
        identifier = text(identifier);
        mobile = text(mobile);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    List<FieldFault> faults(Texts texts, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        if (text(item).isEmpty()) {
            faults.add(new FieldFault("item", texts.say(locale, "window.walk-in.fault.item")));
        }
        if (text(name).isEmpty() || text(name).length() > 50) {
            faults.add(new FieldFault("name", texts.say(locale, "window.walk-in.fault.name")));
        }
        add(faults, "identifier", CitizenNumber.check(text(identifier)), texts, locale);
        add(faults, "mobile", MobileNumber.check(text(mobile)), texts, locale);
        return faults;
    }

    private static void add(List<FieldFault> faults, String field, CodeCheck<?> check, Texts texts, Locale locale) {
        if (check instanceof CodeCheck.Wrong<?> wrong) {
            faults.add(new FieldFault(
                    field, texts.say(locale, wrong.messageKey(), wrong.args().toArray())));
        }
    }
}
