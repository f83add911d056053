package org.zhengtong.base.identity.internal.provider;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.ConnectedSystem;
import org.zhengtong.base.identity.ConnectedSystemChanged;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.internal.Secrets;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredSystems implements ConnectedSystems {
    private static final int LONGEST_NAME = 60;
    private static final int CLIENT_ID_LENGTH = 16;

    private final SystemStore store;
    private final GrantStore grants;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StoredSystems(
            SystemStore store,
            GrantStore grants,
            Secrets secrets,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.grants = grants;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<ConnectedSystem> search(String text) {
        return store.search(text.strip());
    }

    @Override
    public Optional<ConnectedSystem> findOpen(String clientId) {
        return store.find(clientId).filter(system -> system.closedAt() == null);
    }

    @Override
    public Optional<ConnectedSystem> authenticate(String clientId, String secret) {
        return findOpen(clientId)
                .filter(system -> store.findSecret(system.id())
                        .filter(digest -> new ClientSecrets().matches(secret, digest))
                        .isPresent());
    }

    @Override
    @Transactional
    public Outcome connect(CurrentUser by, Typed typed) {
        require(by);
        var refusals = refusals(typed);
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        var secret = typed.confidential() ? secrets.fresh() : "";
        var system = new ConnectedSystem(
                0,
                secrets.fresh().substring(0, CLIENT_ID_LENGTH),
                typed.name().strip(),
                typed.confidential(),
                SystemAddresses.lines(typed.redirectUris()),
                SystemAddresses.lines(typed.logoutUris()),
                clock.instant(),
                by.name(),
                null);
        var id = store.add(system, typed.confidential() ? ClientSecrets.digest(secret) : null);
        record(by, "identity.connect_system", id, system.name());
        return new Outcome.Connected(store.find(id).orElseThrow(), secret);
    }

    private static void require(CurrentUser by) {
        if (!by.may(CONNECT)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
    }

    private static List<FieldRefusal> refusals(Typed typed) {
        var refusals = new ArrayList<FieldRefusal>();
        var name = typed.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            refusals.add(FieldRefusal.of("name", "identity.system.name-wrong", LONGEST_NAME));
        }
        if (SystemAddresses.lines(typed.redirectUris()).isEmpty()) {
            refusals.add(FieldRefusal.of("redirectUris", "identity.system.address-missing"));
        }
        firstWrong(typed.redirectUris())
                .ifPresent(address ->
                        refusals.add(FieldRefusal.of("redirectUris", "identity.system.address-wrong", address)));
        firstWrong(typed.logoutUris())
                .ifPresent(address ->
                        refusals.add(FieldRefusal.of("logoutUris", "identity.system.address-wrong", address)));
        return refusals;
    }

    private static Optional<String> firstWrong(String typed) {
        return SystemAddresses.lines(typed).stream()
                .filter(address -> !SystemAddresses.isAllowed(address))
                .findFirst();
    }

    @Override
    @Transactional
    public String renewSecret(CurrentUser by, long system) {
        require(by);
        var found = find(system);
        var secret = secrets.fresh();
        store.setSecret(system, ClientSecrets.digest(secret));
        changed(found);
        record(by, "identity.renew_system_secret", system, found.name());
        return secret;
    }

    private ConnectedSystem find(long system) {
        return store.find(system).orElseThrow(() -> new ProblemException(IdentityProblem.SYSTEM_NOT_FOUND));
    }

    @Override
    @Transactional
    public void close(CurrentUser by, long system) {
        require(by);
        store.setClosed(system, clock.instant());
        grants.removeOf(system, null);
        changed(find(system));
        record(by, "identity.close_system", system, find(system).name());
    }

    @Override
    @Transactional
    public void reopen(CurrentUser by, long system) {
        require(by);
        store.setClosed(system, null);
        changed(find(system));
        record(by, "identity.reopen_system", system, find(system).name());
    }

    private void changed(ConnectedSystem system) {
        events.publishEvent(new ConnectedSystemChanged(system.clientId()));
    }

    @Override
    public List<Consent> consents(AccountId account) {
        return store.consents(account);
    }

    @Override
    @Transactional
    public void withdraw(CurrentUser user, long system) {
        if (store.removeConsent(system, user.id())) {
            grants.removeOf(system, user.id());
            record(user, "identity.withdraw_consent", system, null);
        }
    }

    private void record(CurrentUser by, String event, long system, @Nullable String name) {
        audit.record(AuditAction.of(by.actor(), event, "system", Long.toString(system))
                .with("name", name));
    }
}
