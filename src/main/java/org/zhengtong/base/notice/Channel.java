package org.zhengtong.base.notice;

import java.util.List;

/** A way out of the site. What is in the site itself everybody gets. */
public enum Channel {
    MAIL,
    SMS,
    VOICE,
    /** To another system, signed. */
    WEBHOOK;

    /** The channels a person can choose, in the order in which they grow more urgent. */
    public static final List<Channel> PERSONAL = List.of(MAIL, SMS, VOICE);

    /** Whether it rings: not at night, unless urgent. */
    public boolean loud() {
        return this == SMS || this == VOICE;
    }
}
