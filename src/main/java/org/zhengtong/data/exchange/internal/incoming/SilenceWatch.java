package org.zhengtong.data.exchange.internal.incoming;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;

/** Tells those who manage the exchange when a channel that should bring something stays silent. */
@Component
class SilenceWatch implements RecurringJob {

    private final ChannelStore channels;
    private final Nodes nodes;
    private final AccessReasons access;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SilenceWatch(
            ChannelStore channels,
            Nodes nodes,
            AccessReasons access,
            Notices notices,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.channels = channels;
        this.nodes = nodes;
        this.access = access;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange.watch";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(2));
    }

    @Override
    public JobNote run() {
        var silent = transaction.execute(_ -> tell());
        return JobNote.of("exchange.watch.done", silent == null ? 0 : silent);
    }

    private int tell() {
        var silent = channels.tellSilent(clock.instant());
        if (!silent.isEmpty()) {
            var holders = access.holders(Nodes.MANAGE_EXCHANGE).stream()
                    .map(held -> held.account())
                    .distinct()
                    .toList();
            silent.forEach(channel -> notices.sendAll(
                    holders.stream().map(holder -> notice(holder, channel)).toList()));
        }
        return silent.size();
    }

    private Notice notice(org.zhengtong.base.identity.AccountId holder, ChannelStore.Silent channel) {
        var name = nodes.find(new NodeCode(channel.sender()))
                .map(node -> node.name())
                .orElse(channel.sender());
        return Notice.to(holder, "exchange.silence.notice", name, channel.contract(), channel.expectedSeconds() / 60)
                .linking("/staff/exchange/channels");
    }
}
