package org.zhengtong.base.notice.internal;

import java.util.List;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Gateways.Fact;

/** One way out of the site. Every call ends within its time limit, whatever the other side does. */
interface Outlet {

    Channel channel();

    boolean configured();

    /** The settings for the page of administrators, secrets only as set or not. */
    List<Fact> facts();

    /** Outside any transaction. */
    Answer hand(Letter letter);

    /** Called before each round, for outlets that keep a line open on which receipts come in. */
    default void listen() {}
}
