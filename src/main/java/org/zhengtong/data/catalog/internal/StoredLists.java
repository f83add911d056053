package org.zhengtong.data.catalog.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.base.pack.PackImported;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.internal.check.Lists;

/** Lists remembered for a minute, so that other instances learn of a new pack as well. */
@Service
public class StoredLists implements CatalogLists {
    private static final String ALL = "all";

    private final ListStore store;
    private final Clock clock;
    private final Cache<String, Lists> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    public StoredLists(ListStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Lists now() {
        return known.get(ALL, _ -> store.read());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public List<Entry> entries(String list) {
        return now().valid(list, today());
    }

    @Override
    public Optional<Entry> find(String list, String code) {
        return now().find(list, code);
    }

    @Override
    public String name(String list, String code, Locale language) {
        return find(list, code).map(entry -> entry.name(language)).orElse(code);
    }

    @Override
    public List<ExtensionField> extensionFields(String division) {
        return now().fieldsOf(division);
    }

    @Override
    public ReviewLimit reviewLimit(String division) {
        return now().limitOf(division);
    }

    /** Forgets what is remembered. */
    public void forget() {
        known.invalidateAll();
    }

    @TransactionalEventListener(fallbackExecution = true)
    public void forget(PackImported imported) {
        forget();
    }
}
