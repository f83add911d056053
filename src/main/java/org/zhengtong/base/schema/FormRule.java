package org.zhengtong.base.schema;

/**
 * A rule over several fields, as a page's {@code x-rules} has it.
 *
 * @param expression CEL, true when all is well; {@code page} is the page's answers, {@code form} all answers
 * @param message what to say; parts in braces are CEL too, for figures
 * @param field where to say it, a pointer from the top of the form
 */
public record FormRule(String expression, Words message, String field) {}
