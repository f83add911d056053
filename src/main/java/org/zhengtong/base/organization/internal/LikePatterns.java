package org.zhengtong.base.organization.internal;

/** What people type, made safe for {@code like}. */
final class LikePatterns {
    private LikePatterns() {}

    static String beginning(String typed) {
        return escape(typed) + "%";
    }

    static String containing(String typed) {
        return "%" + escape(typed) + "%";
    }

    private static String escape(String typed) {
        return typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
