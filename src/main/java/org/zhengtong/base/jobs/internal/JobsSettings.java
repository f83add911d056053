package org.zhengtong.base.jobs.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance works on jobs.
 *
 * @param enabled whether this instance runs jobs at all; others may, through the same database
 * @param threads how many jobs run side by side on this instance
 * @param poll how often the instance looks for due work
 * @param heartbeat how often running work shows that it lives; after four missed ones another instance takes over
 */
@ConfigurationProperties("zhengtong.jobs")
record JobsSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("4") int threads,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("15s") Duration heartbeat) {}
