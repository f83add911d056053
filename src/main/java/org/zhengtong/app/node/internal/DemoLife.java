package org.zhengtong.app.node.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.PastDeed;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.SupplementItem;

/** What happens to a made-up case after it was filed: mostly in time, sometimes not, and only up to now. */
final class DemoLife {

    private static final int SUPPLEMENT_PERCENT = 7;
    private static final int REFUSED_PERCENT = 2;
    private static final int WITHDRAWN_PERCENT = 2;
    private static final int DENIED_PERCENT = 2;

    /** Late cases of the last days are not decided yet, so that some are overdue today. */
    private static final Duration STUCK_SINCE = Duration.ofDays(10);

    private static final int STUCK_DAYS = 15;

    /** How far back the cast of the demonstration has left something undone. */
    private static final Duration LEFT_SINCE = Duration.ofDays(7);

    private final DemoWords words;
    private final DemoTimes times;
    private final RandomGenerator random;
    private final Instant now;

    DemoLife(DemoWords words, DemoTimes times, RandomGenerator random, Instant now) {
        this.words = words;
        this.times = times;
        this.random = random;
        this.now = now;
    }

    /** The deeds of one case; {@code clerk} names who works in a department. */
    List<PastDeed> live(Procedure procedure, Instant filedAt, boolean late, Function<String, String> clerk) {
        var deeds = new ArrayList<PastDeed>();
        deeds.add(new PastDeed.Filed(filedAt));
        var window = clerk.apply(procedure.intake().department());
        var receivedAt = chance(SUPPLEMENT_PERCENT) ? supplement(deeds, filedAt, window) : filedAt;
        var answeredAt = times.later(receivedAt, oneOf(0, 0, 0, 0, 0, 0, 0, 1, 1, 2));
        if (chance(REFUSED_PERCENT)) {
            deeds.add(new PastDeed.AcceptanceRefused(answeredAt, window, words.word("refusal", random)));
            return upToNow(deeds);
        }
        deeds.add(new PastDeed.Accepted(answeredAt, window));
        if (chance(WITHDRAWN_PERCENT)) {
            var at = answeredAt.plus(Duration.ofMinutes(5 + random.nextInt(10)));
            deeds.add(new PastDeed.Withdrawn(at, words.word("withdrawal", random)));
            return upToNow(deeds);
        }
        decide(deeds, procedure, answeredAt, late, clerk);
        return upToNow(deeds);
    }

    /** The same deeds without some of the last ones, so that those who try the demonstration have something to do. */
    List<PastDeed> leaveUndone(List<PastDeed> deeds, Procedure procedure) {
        var filedAt = deeds.getFirst().at();
        if (filedAt.isBefore(now.minus(LEFT_SINCE)) || chance(40)) {
            return deeds;
        }
        if (filedAt.isAfter(now.minus(Duration.ofDays(2))) && chance(50)) {
            return deeds.subList(0, 1);
        }
        return deeds.stream()
                .filter(deed -> switch (deed) {
                    case PastDeed.Decided decided ->
                        !procedure.step(decided.step()).lead() && chance(40);
                    case PastDeed.Delivered _ -> false;
                    default -> true;
                })
                .toList();
    }

    private Instant supplement(List<PastDeed> deeds, Instant filedAt, String window) {
        var askedAt = times.later(filedAt, oneOf(0, 1, 1, 2));
        var demand = new SupplementItem("/materials/premises", "", words.word("demand", random));
        deeds.add(new PastDeed.SupplementRequested(askedAt, window, List.of(demand)));
        var arrivedAt = times.later(askedAt, 1 + random.nextInt(5));
        deeds.add(new PastDeed.Supplemented(arrivedAt));
        return arrivedAt;
    }

    private void decide(
            List<PastDeed> deeds,
            Procedure procedure,
            Instant acceptedAt,
            boolean late,
            Function<String, String> clerk) {
        var denied = chance(DENIED_PERCENT);
        var stuck = late && acceptedAt.isAfter(now.minus(STUCK_SINCE));
        var decided = procedure
                .tree()
                .taken(chosen -> false)
                .map(step -> new PastDeed.Decided(
                        times.later(acceptedAt, days(step, late, stuck)),
                        clerk.apply(step.department()),
                        step.key(),
                        denied && step.lead() ? denial() : new Decision.Granted(words.word("opinion", random))))
                .sorted(Comparator.comparing(PastDeed.Decided::at))
                .toList();
        for (var one : decided) {
            deeds.add(one);
            if (one.decision() instanceof Decision.Denied) {
                return;
            }
        }
        deeds.add(
                new PastDeed.Delivered(decided.getLast().at().plus(Duration.ofSeconds(20 + random.nextInt(60))), null));
    }

    /** Working days a step takes: up to its limit, or past it when the leading step of the case is late. */
    private int days(Block.Step step, boolean late, boolean stuck) {
        var limit = step.committed() == null ? 3 : step.committed().amount();
        if (stuck && step.lead()) {
            return limit + STUCK_DAYS;
        }
        if (late && step.lead()) {
            return limit + oneOf(1, 1, 1, 1, 1, 1, 1, 2, 2, 4);
        }
        return Math.min(random.nextInt(limit + 1), random.nextInt(limit + 2));
    }

    private Decision denial() {
        var reasons = words.word("denial", random);
        return new Decision.Denied(reasons, reasons, words.word("remedy", random));
    }

    private List<PastDeed> upToNow(List<PastDeed> deeds) {
        return deeds.stream().filter(deed -> !deed.at().isAfter(now)).toList();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int oneOf(int... values) {
        return values[random.nextInt(values.length)];
    }
}
