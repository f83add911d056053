package org.zhengtong.data.sharing.internal.door;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.internal.door.Look.End;
import org.zhengtong.data.sharing.internal.door.UsageStore.Used;
import org.zhengtong.data.sharing.internal.grant.EpochStore;

/**
 * Writes calls down before they are answered. Calls that come at the same time share a transaction: whoever finds nobody writing
 * writes for all that wait, so that one commit serves them; no call is answered before the commit of its own entry (ADR 25).
 */
@Component
class LookBook {

    private static final int MOST = 256;

    private final AuditLog audit;
    private final UsageStore usage;
    private final EpochStore epochs;
    private final GrantDesk desk;
    private final TransactionTemplate transaction;
    private final ArrayDeque<Look> waiting = new ArrayDeque<>();
    private boolean writing;

    LookBook(
            AuditLog audit,
            UsageStore usage,
            EpochStore epochs,
            GrantDesk desk,
            PlatformTransactionManager transactions) {
        this.audit = audit;
        this.usage = usage;
        this.epochs = epochs;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Waits until the look is written, or is not to be. */
    End write(Look look) {
        boolean lead;
        synchronized (waiting) {
            waiting.add(look);
            lead = !writing;
            writing = true;
        }
        var end = lead ? End.LEAD : look.turn().join();
        return end == End.LEAD ? lead(look) : end;
    }

    private End lead(Look own) {
        var batch = next();
        var ends = new LinkedHashMap<Look, End>();
        try {
            transaction.executeWithoutResult(_ -> ends.putAll(writeAll(batch)));
        } catch (RuntimeException failure) {
            batch.stream()
                    .filter(look -> look != own)
                    .forEach(look -> look.turn().completeExceptionally(failure));
            throw failure;
        } finally {
            handOver();
        }
        ends.forEach((look, end) -> look.turn().complete(end));
        return ends.getOrDefault(own, End.STALE);
    }

    private List<Look> next() {
        var batch = new ArrayList<Look>();
        synchronized (waiting) {
            for (var look = waiting.poll(); look != null; look = batch.size() < MOST ? waiting.poll() : null) {
                batch.add(look);
            }
        }
        return batch;
    }

    private void handOver() {
        @Nullable Look heir;
        synchronized (waiting) {
            heir = waiting.peek();
            writing = heir != null;
        }
        if (heir != null) {
            heir.turn().complete(End.LEAD);
        }
    }

    private Map<Look, End> writeAll(List<Look> batch) {
        var epoch = epochs.now();
        var ends = new HashMap<Look, End>();
        var fresh = new ArrayList<Look>();
        for (var look : batch) {
            if (look.access().epoch() == epoch) {
                fresh.add(look);
            } else {
                desk.forget(look.access().epoch());
                ends.put(look, End.STALE);
            }
        }
        if (!fresh.isEmpty()) {
            var today = desk.today();
            var given = withinQuota(fresh, today, ends);
            count(given, today);
            audit.recordGathered(
                    given.stream().flatMap(look -> look.actions().stream()).toList());
            given.forEach(look -> look.within().run());
        }
        return ends;
    }

    /** The first ones of each grant, as many as its day has left. */
    private List<Look> withinQuota(List<Look> looks, LocalDate today, Map<Look, End> ends) {
        var calls = new HashMap<GrantNumber, Long>();
        looks.forEach(look -> calls.merge(look.access().grant().number(), 1L, Long::sum));
        var taken = usage.take(calls, today);
        var place = new HashMap<GrantNumber, Long>();
        calls.forEach((grant, count) -> place.put(grant, taken.getOrDefault(grant, count) - count));
        var given = new ArrayList<Look>();
        for (var look : looks) {
            var grant = look.access().grant();
            if (place.merge(grant.number(), 1L, Long::sum) <= grant.terms().quota()) {
                given.add(look);
                ends.put(look, End.WRITTEN);
            } else {
                ends.put(look, End.QUOTA_USED);
            }
        }
        return given;
    }

    private void count(List<Look> given, LocalDate today) {
        var sums = new HashMap<Map.Entry<GrantNumber, Way>, Used>();
        for (var look : given) {
            var used = new Used(look.access().grant().number(), look.way(), 1, look.records());
            sums.merge(
                    Map.entry(used.grant(), used.way()),
                    used,
                    (one, other) -> new Used(
                            one.grant(), one.way(), one.calls() + other.calls(), one.records() + other.records()));
        }
        if (!sums.isEmpty()) {
            usage.count(sums.values(), today);
        }
    }
}
