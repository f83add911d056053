package org.zhengtong.base.settings.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.settings.Setting;
import org.zhengtong.base.settings.SettingBook;
import org.zhengtong.base.settings.SettingChange;
import org.zhengtong.base.settings.SettingOutcome;
import org.zhengtong.base.settings.SettingState;

@Service
class StoredSettingBook implements SettingBook {

    static final String CHANGE = "settings.change";
    static final String UNDO = "settings.undo";

    private final AllSettings all;
    private final ChangeStore store;
    private final Choices choices;
    private final States states;
    private final AuditLog audit;
    private final Clock clock;

    StoredSettingBook(AllSettings all, ChangeStore store, Choices choices, States states, AuditLog audit, Clock clock) {
        this.all = all;
        this.store = store;
        this.choices = choices;
        this.states = states;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SettingState> list() {
        return states().toList();
    }

    private Stream<SettingState> states() {
        var latest = choices.read();
        return all.list().stream().flatMap(setting -> states.of(setting, latest.get(setting.name())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SettingState> find(String name) {
        return states().filter(state -> state.name().equals(name)).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SettingChange> history(String name) {
        return store.history(name);
    }

    @Override
    @Transactional
    public SettingOutcome change(Wish wish, Actor by) {
        store.lock();
        var setting = changeable(wish.name());
        var value = wish.value().strip();
        if (setting.isEmpty()) {
            return new SettingOutcome.NotChangeable();
        }
        if (latestOf(wish.name()).map(SettingChange::id).orElse(0L) != wish.seen()) {
            return new SettingOutcome.Overtaken();
        }
        if (!value.isEmpty() && setting.get().kind().read(value).isEmpty()) {
            return new SettingOutcome.BadValue();
        }
        if (wish.why().isBlank()) {
            return new SettingOutcome.WhyMissing();
        }
        return apply(
                wish.name(),
                value.isEmpty() ? null : value,
                wish.why().strip(),
                AuditAction.of(by, CHANGE, "setting", wish.name()));
    }

    private Optional<Setting<?>> changeable(String name) {
        return all.live().filter(setting -> setting.name().equals(name)).findFirst();
    }

    private Optional<SettingChange> latestOf(String name) {
        return store.history(name).stream().findFirst();
    }

    /** Only the latest change can be undone: an older one would throw away what came after it. */
    @Override
    @Transactional
    public SettingOutcome undo(String name, long change, Actor by) {
        store.lock();
        var latest = latestOf(name);
        if (changeable(name).isEmpty() || latest.isEmpty()) {
            return new SettingOutcome.NotChangeable();
        }
        var undone = latest.get();
        return undone.id() == change
                ? apply(name, undone.from(), undone.why(), AuditAction.of(by, UNDO, "setting", name))
                : new SettingOutcome.Overtaken();
    }

    private SettingOutcome apply(String name, @Nullable String value, String why, AuditAction action) {
        var before = latestOf(name).map(SettingChange::to).orElse(null);
        if (java.util.Objects.equals(before, value)) {
            return new SettingOutcome.Unchanged();
        }
        store.insert(
                new SettingChange(0, name, before, value, why, action.actor().name(), clock.instant()));
        audit.record(action.because(why).with("from", before).with("to", value));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                choices.forget();
            }
        });
        return new SettingOutcome.Changed();
    }
}
