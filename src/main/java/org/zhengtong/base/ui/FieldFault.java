package org.zhengtong.base.ui;

/**
 * A fault of one field, shown beside it and in the summary above the form.
 *
 * @param field id of the field in the page
 * @param text where, why and how to mend it, in the reader's language
 */
public record FieldFault(String field, String text) {}
