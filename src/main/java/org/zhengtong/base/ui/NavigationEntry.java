package org.zhengtong.base.ui;

/** One line of the staff navigation, contributed by a room as a bean. */
public interface NavigationEntry {

    /** Group, one of {@code cases}, {@code supervision}, {@code data}, {@code look-up}, {@code settings}; text key {@code ui.navigation.<group>}. */
    String group();

    /** Message key of the line. */
    String textKey();

    /** Address, such as {@code /staff/inbox}. */
    String href();

    /** Permission without which the line is not shown; empty for all staff. */
    String permission();

    /** Place within the group, small first. */
    int order();

    /** Number shown behind the line; 0 shows none. One indexed query at most. */
    default long count(ShellUser user) {
        return 0;
    }
}
