package org.zhengtong.base.notice.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** One job for each way out, so that a mail server that hangs holds up mails only. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, SmsSettings.class, GatewaySettings.class})
class NoticeConfiguration {

    private static final Duration OPEN = Duration.ofSeconds(20);
    private static final Duration SHUT = Duration.ofHours(6);

    @Bean
    RecurringJob mailJob(MailServer outlet, Dispatch dispatch, DeliverySearch deliveries) {
        return new OutletJob(outlet, dispatch, deliveries);
    }

    @Bean
    RecurringJob smsJob(ShortMessages outlet, Dispatch dispatch, DeliverySearch deliveries) {
        return new OutletJob(outlet, dispatch, deliveries);
    }

    @Bean
    RecurringJob voiceJob(VoiceCalls outlet, Dispatch dispatch, DeliverySearch deliveries) {
        return new OutletJob(outlet, dispatch, deliveries);
    }

    @Bean
    RecurringJob webhookJob(Webhooks outlet, Dispatch dispatch, DeliverySearch deliveries) {
        return new OutletJob(outlet, dispatch, deliveries);
    }

    /** Sends what is due through one outlet. */
    record OutletJob(Outlet outlet, Dispatch dispatch, DeliverySearch deliveries) implements RecurringJob {

        @Override
        public String name() {
            return Posting.jobOf(outlet.channel());
        }

        @Override
        public JobSchedule schedule() {
            return JobSchedule.every(outlet.configured() ? OPEN : SHUT);
        }

        @Override
        public JobNote run() {
            var sent = dispatch.sendDue(outlet);
            var waiting = deliveries.waiting(outlet.channel());
            return outlet.configured()
                    ? JobNote.of("notice.outlet.done", sent, waiting)
                    : JobNote.of("notice.outlet.shut", waiting);
        }
    }
}
