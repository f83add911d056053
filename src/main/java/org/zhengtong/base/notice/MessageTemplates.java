package org.zhengtong.base.notice;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.audit.Actor;

/** The texts of messages, which an office may write anew; what was sent keeps the version it was sent with. */
public interface MessageTemplates {

    /** Every message that some room sends, as it reads now, by its name. */
    List<MessageTemplate> list();

    /** The text as it reads now. */
    Optional<MessageTemplate> find(String code);

    /** All versions of a text, newest first; the last one is the program's own. */
    List<MessageTemplate.Version> versions(String code);

    /** The places that the program's own text has, such as 0, 1, 2: no others can be filled. */
    List<Integer> places(String code);

    /** Keeps a draft; refused when a text is empty, too long, or names a place that does not exist. */
    TemplateOutcome save(MessageTemplate draft, Actor by);

    /** From now on messages are written with the draft. */
    TemplateOutcome publish(String code, Actor by);

    /** From now on messages are written with the program's own text again. */
    TemplateOutcome restore(String code, Actor by);

    /** The text with its places filled. */
    MessageTemplate.Wording filled(MessageTemplate.Wording wording, List<String> values);
}
