package org.zhengtong.base.ui;

/**
 * Marks a page that is the same for all visitors who are not signed in: once made, it is handed out as it is for a minute.
 *
 * <p>A controller adds it to the model under {@link #ATTRIBUTE}; language and look are part of the key already.
 *
 * @param key everything else the page depends on, such as item, version and place
 */
public record PublishedPage(String key) {

    /** Name of the model attribute. */
    public static final String ATTRIBUTE = "published";
}
