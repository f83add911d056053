package org.zhengtong.base.notice.web;

import java.util.List;
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.MessageTemplate.Wording;
import org.zhengtong.base.ui.FieldFault;

/**
 * One text: its form, how it reads with sample values, its versions.
 *
 * @param places numbers of the places that can be filled
 */
public record TemplatePage(
        MessageTemplate template,
        String title,
        List<Integer> places,
        TemplateForm form,
        Wording chinese,
        Wording english,
        List<MessageTemplate.Version> versions,
        List<FieldFault> faults,
        String doneKey) {

    /** Whether there is a draft that can be published. */
    public boolean drafted() {
        return versions.stream().anyMatch(version -> version.state() == MessageTemplate.State.DRAFT);
    }

    /** How the state is drawn. */
    public static String drawn(MessageTemplate.State state) {
        return switch (state) {
            case DRAFT -> "draft";
            case PUBLISHED -> "done";
            case RETIRED -> "supplement";
        };
    }
}
