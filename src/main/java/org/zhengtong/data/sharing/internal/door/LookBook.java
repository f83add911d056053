package org.zhengtong.data.sharing.internal.door;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.internal.door.Look.End;
import org.zhengtong.data.sharing.internal.door.UsageStore.Count;
import org.zhengtong.data.sharing.internal.door.UsageStore.Kind;

/**
 * Writes calls down before they are answered. Calls that come while others are being written share their way to the database: one
 * statement reads and one commit writes for all that wait; no call is answered before the commit of its own entry (ADR 25).
 */
@Component
class LookBook {

    private static final int MOST = 256;
    private static final int SCRIBES = 2;
    private static final int ENOUGH_FOR_ANOTHER = 8;

    private final AuditLog audit;
    private final RegisterReading reading;
    private final UsageStore usage;
    private final GrantDesk desk;
    private final TransactionTemplate transaction;
    private final ArrayDeque<Look> waiting = new ArrayDeque<>();
    /**
     * Threads of their own: each of their steps would queue behind all the calls that are being worked on, if they were one of
     * them. While one waits for the disk, the other writes the next batch.
     */
    private final ExecutorService scribes = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("look-book-", 0).daemon().factory());

    private int writing;

    LookBook(
            AuditLog audit,
            RegisterReading reading,
            UsageStore usage,
            GrantDesk desk,
            PlatformTransactionManager transactions) {
        this.audit = audit;
        this.reading = reading;
        this.usage = usage;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Waits until the look is written, or is not to be. */
    End write(Look look) {
        synchronized (waiting) {
            waiting.add(look);
            if (writing < SCRIBES && waiting.size() > writing * ENOUGH_FOR_ANOTHER) {
                writing++;
                scribes.execute(this::writeWaiting);
            }
        }
        return look.await();
    }

    private void writeWaiting() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            write(batch);
        }
    }

    private List<Look> next() {
        var batch = new ArrayList<Look>();
        synchronized (waiting) {
            for (var look = waiting.poll(); look != null; look = batch.size() < MOST ? waiting.poll() : null) {
                batch.add(look);
            }
            if (batch.isEmpty()) {
                writing--;
            }
        }
        return batch;
    }

    private void write(List<Look> batch) {
        try {
            var read = read(batch);
            var today = desk.today();
            var taken = usage.take(counts(read), today);
            var fresh = fresh(read, taken.epoch());
            if (!fresh.isEmpty()) {
                transaction.executeWithoutResult(_ -> writeAll(fresh, taken.byGrant(), today));
            }
        } catch (RuntimeException | Error failure) {
            batch.forEach(look -> look.fail(failure));
        } finally {
            batch.forEach(Look::tell);
        }
    }

    /** Reads what is asked for by key, all of a grant at once; those that nothing prevents from being written. */
    private List<Look> read(List<Look> batch) {
        batch.stream()
                .filter(look -> look.key() != null)
                .collect(Collectors.groupingBy(Look::access))
                .forEach(this::read);
        return batch.stream().filter(look -> !look.failed()).toList();
    }

    private void read(Access access, List<Look> looks) {
        try {
            var keys = looks.stream().map(Look::key).collect(Collectors.toSet());
            var records = reading.byKeys(access.grant().register(), keys, access.permit());
            looks.forEach(look -> look.find(records.get(look.key())));
        } catch (RuntimeException failure) {
            looks.forEach(look -> look.fail(failure));
        }
    }

    /** Those under what holds now; the others are to ask again. */
    private List<Look> fresh(List<Look> looks, long epoch) {
        var fresh = new ArrayList<Look>();
        for (var look : looks) {
            if (look.access().epoch() == epoch) {
                fresh.add(look);
            } else {
                desk.forget(look.access().epoch());
                look.end(End.STALE);
            }
        }
        return fresh;
    }

    private void writeAll(List<Look> fresh, Map<GrantNumber, Long> taken, LocalDate today) {
        var given = withinQuota(fresh, taken, today);
        audit.recordGathered(
                given.stream().flatMap(look -> look.actions().stream()).toList());
        given.forEach(look -> look.within().run());
    }

    /** The first ones of each grant, as many as its day has left. */
    private List<Look> withinQuota(List<Look> looks, Map<GrantNumber, Long> taken, LocalDate today) {
        var place = new HashMap<>(taken);
        looks.forEach(look -> place.merge(look.access().grant().number(), -1L, Long::sum));
        var given = new ArrayList<Look>();
        var uncounted = new ArrayList<Look>();
        for (var look : looks) {
            var grant = look.access().grant();
            var quota = grant.terms().quota();
            var within = place.merge(grant.number(), 1L, Long::sum) <= quota;
            look.end(within ? End.WRITTEN : End.QUOTA_USED);
            if (within) {
                given.add(look);
            }
            if (within && taken.getOrDefault(grant.number(), 0L) > quota) {
                uncounted.add(look);
            }
        }
        usage.count(counts(uncounted), today);
        return given;
    }

    private static Map<Kind, Count> counts(List<Look> looks) {
        var counts = new HashMap<Kind, Count>();
        for (var look : looks) {
            var access = look.access();
            var kind = new Kind(
                    access.grant().number(), look.way(), access.grant().terms().quota(), access.epoch());
            counts.merge(kind, new Count(1, look.records()), Count::plus);
        }
        return counts;
    }
}
