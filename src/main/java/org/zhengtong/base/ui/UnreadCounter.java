package org.zhengtong.base.ui;

/** Counts what waits for a user in the bar at the top of each page; made by the room of messages. */
public interface UnreadCounter {

    /** Number of unread messages of the account. */
    long unread(long account);

    /** Address of the page that lists them. */
    String href(boolean staff);
}
