package org.zhengtong.base.schema;

/**
 * A rule over several fields, as {@code x-rules} of a page, a group or the rows of a table has it.
 *
 * @param expression CEL, true when all is well; {@code here} is the group's answers, {@code page} the page's, {@code form}
 *     all answers
 * @param message what to say; parts in braces are CEL too, for figures
 * @param field where to say it: a pointer from the top of the form for a page's rule, from the group for a group's
 */
public record FormRule(String expression, Words message, String field) {}
