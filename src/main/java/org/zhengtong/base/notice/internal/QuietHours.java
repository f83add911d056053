package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.QuietTime;
import org.zhengtong.base.settings.Settings;

/** The hours in which nothing rings unless it is urgent: those a reader chose, else the node's. */
@Component
class QuietHours {

    private final Settings settings;
    private final Clock clock;

    QuietHours(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What decides at this moment which deliveries keep still.
     *
     * @param loud whether the channel rings at all
     */
    record Moment(boolean loud, LocalTime time, QuietTime usual) {

        /** Nothing keeps still. */
        static final Moment NEVER_QUIET =
                new Moment(false, LocalTime.NOON, new QuietTime(LocalTime.NOON, LocalTime.NOON));
    }

    Moment moment(Channel channel) {
        return new Moment(
                channel.loud(), clock.instant().atZone(clock.getZone()).toLocalTime(), usual());
    }

    /** The node's own hours. */
    QuietTime usual() {
        return new QuietTime(settings.value(NoticeSettings.QUIET_FROM), settings.value(NoticeSettings.QUIET_UNTIL));
    }

    /** When a message may leave by this channel at the earliest; {@code own} are the reader's hours if he chose some. */
    Instant earliest(Channel channel, boolean urgent, @Nullable QuietTime own) {
        var now = clock.instant();
        var quiet = own == null ? usual() : own;
        var here = now.atZone(clock.getZone());
        if (urgent || !channel.loud() || !quiet.covers(here.toLocalTime())) {
            return now;
        }
        var end = here.with(quiet.until());
        return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
    }
}
