package org.zhengtong.base.notice.web;

import java.util.List;
import org.zhengtong.base.notice.MessageTemplate;

/** All texts, or those that hold what was looked for. */
public record TemplatesPage(String text, List<Line> lines) {

    /** A text as it reads in the reader's language, its places left open. */
    public record Line(MessageTemplate template, MessageTemplate.Wording wording) {}
}
