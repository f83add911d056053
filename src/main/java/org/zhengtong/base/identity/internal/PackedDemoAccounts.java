package org.zhengtong.base.identity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.DemoAccounts;
import org.zhengtong.base.identity.DemoGroup;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.NodeMode;

@Service
class PackedDemoAccounts implements DemoAccounts {

    private final DemoAccountStore store;
    private final AccountStore accounts;
    private final NodeMode mode;
    private final AuditLog audit;

    PackedDemoAccounts(DemoAccountStore store, AccountStore accounts, NodeMode mode, AuditLog audit) {
        this.store = store;
        this.accounts = accounts;
        this.mode = mode;
        this.audit = audit;
    }

    @Override
    public List<DemoGroup> groups(Locale locale) {
        if (!mode.demo()) {
            return List.of();
        }
        var english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        var groups = new LinkedHashMap<String, List<DemoGroup.Person>>();
        for (var person : store.all()) {
            groups.computeIfAbsent(english ? person.groupEn() : person.groupZh(), name -> new ArrayList<>())
                    .add(new DemoGroup.Person(
                            person.account(), person.name(), english ? person.todoEn() : person.todoZh()));
        }
        return groups.entrySet().stream()
                .map(group -> new DemoGroup(group.getKey(), group.getValue()))
                .toList();
    }

    @Override
    @Transactional
    public AccountId enter(AccountId account) {
        var person = accounts.find(account)
                .filter(stored -> stored.demo() && mode.demo())
                .orElseThrow(() -> new ProblemException(IdentityProblem.NOT_DEMONSTRATION));
        audit.record(AuditAction.of(
                        AccountActor.of(person.kind(), person.id(), person.name()),
                        "identity.sign_in",
                        "account",
                        account.toString())
                .with("demo", true));
        return person.id();
    }
}
