package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.supervision.RuleOutcome;
import org.zhengtong.service.supervision.RuleOutcome.Fault;
import org.zhengtong.service.supervision.RuleSet;
import org.zhengtong.service.supervision.RuleSetState;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.SupervisionProblem;
import org.zhengtong.service.supervision.SupervisionRule;

@Service
class RuleDesk implements RuleSets {

    private static final int SHORTEST_REASON = 10;

    private final RuleStore store;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Clock clock;

    RuleDesk(RuleStore store, Permissions permissions, AuditLog audit, Clock clock) {
        this.store = store;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleSet> all() {
        return store.all();
    }

    @Override
    @Transactional(readOnly = true)
    public RuleSet require(String version) {
        return known(version);
    }

    private RuleSet known(String version) {
        return store.all().stream()
                .filter(set -> set.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new ProblemException(SupervisionProblem.RULES_NOT_FOUND));
    }

    @Override
    @Transactional
    public RuleOutcome draft(Head head, CurrentUser author) {
        permissions.require(author, EDIT_RULES);
        store.lock();
        var today = LocalDate.now(clock);
        var faults = RuleFaults.of(head, today, store.all());
        if (!faults.isEmpty()) {
            return new RuleOutcome.Wrong(faults);
        }
        var current = store.timeline().on(today);
        var basedOn = current.isEmpty() ? null : current.getFirst().version();
        store.insertDraft(head, basedOn, author.id(), author.name(), clock.instant());
        current.forEach(rule -> store.save(inVersion(rule, head.version())));
        record(author, "supervision.draft_rules", head.version(), null);
        return new RuleOutcome.Done(known(head.version()));
    }

    private static SupervisionRule inVersion(SupervisionRule rule, String version) {
        return new SupervisionRule(
                version,
                rule.id(),
                rule.number(),
                rule.kind(),
                rule.threshold(),
                rule.level(),
                rule.points(),
                rule.name(),
                rule.text(),
                rule.source());
    }

    private void record(CurrentUser by, String event, String version, @Nullable String why) {
        audit.record(AuditAction.of(by.actor(), event, "rule_set", version).because(why));
    }

    @Override
    @Transactional
    public RuleOutcome change(String version, Head head, CurrentUser author) {
        return onDraft(version, author, () -> {
            var others = store.all().stream()
                    .filter(set -> !set.version().equals(version))
                    .toList();
            var same = new Head(version, head.name(), head.validFrom());
            var faults = RuleFaults.of(same, LocalDate.now(clock), others);
            if (faults.isEmpty()) {
                store.updateHead(same);
                record(author, "supervision.change_rules", version, null);
            }
            return faults;
        });
    }

    /** Only a draft is changed. */
    private RuleOutcome onDraft(String version, CurrentUser author, Supplier<List<Fault>> change) {
        permissions.require(author, EDIT_RULES);
        store.lock();
        var set = known(version);
        if (set.state() != RuleSetState.DRAFT) {
            return new RuleOutcome.NotPossible(set.state());
        }
        var faults = change.get();
        return faults.isEmpty() ? new RuleOutcome.Done(known(version)) : new RuleOutcome.Wrong(faults);
    }

    @Override
    @Transactional
    public RuleOutcome put(String version, SupervisionRule rule, CurrentUser author) {
        return onDraft(version, author, () -> {
            var faults = RuleFaults.of(rule);
            if (faults.isEmpty()) {
                store.save(inVersion(rule, version));
                audit.record(AuditAction.of(author.actor(), "supervision.change_rules", "rule_set", version)
                        .with("rule", rule.id())
                        .with("kind", rule.kind())
                        .with("threshold", rule.threshold())
                        .with("level", rule.level())
                        .with("points", rule.points().toPlainString()));
            }
            return faults;
        });
    }

    @Override
    @Transactional
    public RuleOutcome remove(String version, String ruleId, CurrentUser author) {
        return onDraft(version, author, () -> {
            store.remove(version, ruleId);
            audit.record(AuditAction.of(author.actor(), "supervision.change_rules", "rule_set", version)
                    .with("removed", ruleId));
            return List.of();
        });
    }

    @Override
    @Transactional
    public RuleOutcome propose(String version, CurrentUser author) {
        return onDraft(version, author, () -> {
            var set = known(version);
            if (!set.validFrom().isAfter(LocalDate.now(clock))) {
                return List.of(new Fault("validFrom", "supervision.rules.fault.valid_from"));
            }
            if (set.rules().isEmpty()) {
                return List.of(new Fault("rules", "supervision.rules.fault.no_rules"));
            }
            store.decide(version, RuleSetState.PROPOSED, "", null);
            record(author, "supervision.propose_rules", version, null);
            return List.of();
        });
    }

    @Override
    @Transactional
    public RuleOutcome sendBack(String version, String words, CurrentUser head) {
        permissions.require(head, APPROVE_RULES);
        store.lock();
        var set = known(version);
        var given = words.strip();
        if (set.state() != RuleSetState.PROPOSED) {
            return new RuleOutcome.NotPossible(set.state());
        }
        if (given.codePointCount(0, given.length()) < SHORTEST_REASON) {
            return new RuleOutcome.Wrong(List.of(new Fault("words", "supervision.act.short")));
        }
        store.decide(version, RuleSetState.DRAFT, given, null);
        record(head, "supervision.return_rules", version, given);
        return new RuleOutcome.Done(known(version));
    }

    @Override
    @Transactional
    public RuleOutcome approve(String version, CurrentUser head) {
        permissions.require(head, APPROVE_RULES);
        store.lock();
        var set = known(version);
        if (set.state() != RuleSetState.PROPOSED) {
            return new RuleOutcome.NotPossible(set.state());
        }
        if (head.id().equals(set.draftedBy())) {
            return new RuleOutcome.OwnDraft();
        }
        if (!set.validFrom().isAfter(LocalDate.now(clock))) {
            return new RuleOutcome.Wrong(List.of(new Fault("words", "supervision.rules.fault.too_late")));
        }
        store.decide(
                version, RuleSetState.APPROVED, "", new RuleStore.Decided(head.id(), head.name(), clock.instant()));
        record(head, "supervision.approve_rules", version, null);
        return new RuleOutcome.Done(known(version));
    }

    @Override
    @Transactional
    public RuleOutcome drop(String version, CurrentUser author) {
        permissions.require(author, EDIT_RULES);
        store.lock();
        var set = known(version);
        if (set.state() != RuleSetState.DRAFT) {
            return new RuleOutcome.NotPossible(set.state());
        }
        store.drop(version);
        record(author, "supervision.drop_rules", version, null);
        return new RuleOutcome.Done(set);
    }
}
