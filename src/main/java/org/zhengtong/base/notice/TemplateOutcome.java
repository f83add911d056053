package org.zhengtong.base.notice;

import java.util.List;

/** What came of a change to a text. */
public sealed interface TemplateOutcome {

    record Saved(int version) implements TemplateOutcome {}

    /** What is wrong, field by field. */
    record Wrong(List<Fault> faults) implements TemplateOutcome {}

    record NothingToPublish() implements TemplateOutcome {}

    /** No room sends a message of this name. */
    record Unknown() implements TemplateOutcome {}

    /**
     * One fault.
     *
     * @param field {@code titleZh}, {@code bodyZh}, {@code titleEn}, {@code bodyEn} or {@code escalateMinutes}
     * @param key text that says it
     * @param value what it names
     */
    record Fault(String field, String key, String value) {}
}
