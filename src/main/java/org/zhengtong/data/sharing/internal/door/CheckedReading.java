package org.zhengtong.data.sharing.internal.door;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterReading.RecordPage;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.internal.delivery.DeliveryStore;

/** Without a transaction of its own: the read is one statement, and what is written stands in that of the {@link LookBook}. */
@Service
public class CheckedReading implements GrantedReading {

    private static final int TRIES = 5;

    private final GrantDesk desk;
    private final LookBook book;
    private final LookWords words;
    private final RegisterReading reading;
    private final Registers registers;
    private final DeliveryStore deliveries;

    CheckedReading(
            GrantDesk desk,
            LookBook book,
            LookWords words,
            RegisterReading reading,
            Registers registers,
            DeliveryStore deliveries) {
        this.desk = desk;
        this.book = book;
        this.words = words;
        this.reading = reading;
        this.registers = registers;
        this.deliveries = deliveries;
    }

    /** What a call found, and how it is written down. */
    private record Found<T>(Supplier<T> value, Look look) {
        static <T> Found<T> of(T value, Look look) {
            return new Found<>(() -> value, look);
        }
    }

    private <T> T given(Use use, Function<Access, Found<T>> read) {
        for (var tries = 0; tries < TRIES; tries++) {
            var found = read.apply(desk.open(use));
            switch (book.write(found.look())) {
                case WRITTEN -> {
                    return found.value().get();
                }
                case QUOTA_USED ->
                    throw new ProblemException(
                            SharingProblem.QUOTA_USED,
                            found.look().access().grant().terms().quota());
                case STALE -> {
                    // Asked again under what holds now.
                }
            }
        }
        throw new ProblemException(CommonProblem.UNAVAILABLE);
    }

    @Override
    public Optional<RegisterRecord> byKey(Use use, RecordKey key) {
        return given(use, access -> {
            var look = Look.ahead(access, use.way(), key, words.record(use, access, key));
            return new Found<>(look::found, look);
        });
    }

    @Override
    public RecordPage search(Use use, Search search) {
        return given(use, access -> {
            var register = registers.require(access.grant().register());
            requireShown(access, search, register.facts().search());
            var query = new RecordQuery(
                    register.code(),
                    search.text(),
                    search.conditions(),
                    null,
                    null,
                    false,
                    false,
                    search.after(),
                    search.most());
            var page = reading.search(query, access.permit(use.purpose(), use.reader()));
            var actions = page.records().stream()
                    .map(record -> words.record(use, access, record.key()))
                    .toList();
            var look = Look.back(
                    access,
                    use.way(),
                    page.records().size(),
                    actions.isEmpty() ? List.of(words.search(use, access)) : actions);
            return Found.of(page, look);
        });
    }

    /** What is not given, or in part only, cannot be guessed by searching for it. */
    private static void requireShown(
            Access access, Search search, List<org.zhengtong.data.registers.ItemName> textItems) {
        var hidden = search.conditions().stream().anyMatch(each -> !access.shownWhole(each.item()))
                || !search.text().isBlank() && !textItems.stream().allMatch(access::shownWhole);
        if (hidden) {
            throw new ProblemException(SharingProblem.NOT_THIS_WAY);
        }
    }

    @Override
    public List<RegisterRecord> changesAfter(Use use, long position, int most) {
        return given(use, access -> {
            var grant = access.grant();
            var records =
                    reading.changesAfter(grant.register(), position, most, access.permit(use.purpose(), use.reader()));
            Runnable delivered = () -> deliveries.add(
                    grant, Way.SUBSCRIPTION, position, records.getLast().position(), records.size());
            return Found.of(
                    records,
                    Look.back(
                            access,
                            use.way(),
                            records.size(),
                            List.of(words.delivery(use, access, records.size())),
                            records.isEmpty() ? () -> {} : delivered));
        });
    }

    /**
     * Everything that a grant gives, one by one.
     *
     * @param complete called with their number when all were read, outside of any transaction
     * @param within what makes them to be had, in the transaction that writes them down
     */
    public void everything(Use use, Consumer<RegisterRecord> each, LongConsumer complete, Runnable within) {
        var access = desk.open(use);
        var register = access.grant().register();
        var position = registers.size(register).position();
        var count = new long[1];
        reading.each(RecordQuery.all(register, 5_000), access.permit(use.purpose(), use.reader()), record -> {
            count[0]++;
            each.accept(record);
        });
        complete.accept(count[0]);
        given(
                use,
                now -> Found.of(
                        true, Look.back(now, use.way(), count[0], List.of(words.delivery(use, now, count[0])), () -> {
                            deliveries.add(now.grant(), Way.BATCH, 0, position, count[0]);
                            within.run();
                        })));
    }

    @Override
    public Optional<Client> authenticate(String clientId, String secret) {
        return desk.authenticate(clientId, secret);
    }
}
