package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** Says refusals in the reader's language. */
@Component
public class Faults {

    private final Texts texts;

    Faults(Texts texts) {
        this.texts = texts;
    }

    /** All of them, in their order. */
    public List<FieldFault> of(HttpServletRequest request, List<FieldRefusal> refusals) {
        return refusals.stream()
                .map(refusal -> of(
                        request,
                        refusal.field(),
                        refusal.messageKey(),
                        refusal.args().toArray()))
                .toList();
    }

    /** One fault beside a field. */
    public FieldFault of(HttpServletRequest request, String field, String key, Object... args) {
        return new FieldFault(field, texts.say(Appearance.of(request).locale(), key, args));
    }
}
