package org.zhengtong.base.ui;

import org.jspecify.annotations.Nullable;

/** One step of the path above a page's title; the last has no address. */
public record Crumb(String text, @Nullable String href) {

    /** A step that can be followed. */
    public static Crumb to(String text, String href) {
        return new Crumb(text, href);
    }

    /** The page itself. */
    public static Crumb here(String text) {
        return new Crumb(text, null);
    }
}
