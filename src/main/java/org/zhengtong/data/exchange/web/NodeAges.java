package org.zhengtong.data.exchange.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.exchange.KeptSnapshots;
import org.zhengtong.data.exchange.KeptSnapshots.Kept;
import org.zhengtong.data.exchange.NodeCode;

/** How old what other nodes said last is: their trust lists, and what other rooms keep of them. */
@Component
public class NodeAges {

    private final List<KeptSnapshots> snapshots;
    private final Clock clock;

    NodeAges(List<KeptSnapshots> snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** All lists that are kept, at a moment. */
    public record Ages(List<Kept> kept, Instant now) {

        public Ages {
            kept = List.copyOf(kept);
        }

        /** The lists of one node. */
        public List<Kept> of(NodeCode node) {
            return kept.stream().filter(each -> each.node().equals(node)).toList();
        }

        /** Its age in words, such as 3 天前. */
        public String words(Shell shell, Instant at) {
            var age = Duration.between(at, now);
            if (age.toDays() > 0) {
                return shell.say("exchange.age.days", age.toDays());
            }
            return age.toHours() > 0 ? shell.say("exchange.age.hours", age.toHours()) : shell.say("exchange.age.now");
        }
    }

    Ages now() {
        return new Ages(snapshots.stream().flatMap(each -> each.kept().stream()).toList(), clock.instant());
    }

    Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
