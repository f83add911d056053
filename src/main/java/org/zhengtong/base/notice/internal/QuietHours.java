package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.settings.Settings;

/** The hours in which nothing rings unless it is urgent. */
@Component
class QuietHours {

    private final Settings settings;
    private final Clock clock;

    QuietHours(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a channel that rings keeps still now. */
    boolean now(Channel channel) {
        return channel.loud() && quiet(clock.instant());
    }

    private boolean quiet(Instant at) {
        var time = at.atZone(clock.getZone()).toLocalTime();
        var from = settings.value(NoticeSettings.QUIET_FROM);
        var until = settings.value(NoticeSettings.QUIET_UNTIL);
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }

    /** When a message may leave by this channel at the earliest. */
    Instant earliest(Channel channel, boolean urgent) {
        var now = clock.instant();
        if (urgent || !now(channel)) {
            return now;
        }
        var here = now.atZone(clock.getZone());
        var end = here.with(settings.value(NoticeSettings.QUIET_UNTIL));
        return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
    }
}
