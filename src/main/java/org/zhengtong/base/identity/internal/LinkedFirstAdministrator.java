package org.zhengtong.base.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.FirstAdministrator;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.PermissionSource;
import org.zhengtong.base.identity.RegistrationOutcome;
import org.zhengtong.base.problem.ProblemException;

@Service
class LinkedFirstAdministrator implements FirstAdministrator {
    private static final Duration VALID = Duration.ofHours(24);

    private final LinkStore links;
    private final AccountOpening opening;
    private final AccountStore accounts;
    private final PermissionSource permissions;
    private final StaffNames staffNames;
    private final Secrets secrets;
    private final Clock clock;

    LinkedFirstAdministrator(
            LinkStore links,
            AccountOpening opening,
            AccountStore accounts,
            PermissionSource permissions,
            StaffNames staffNames,
            Secrets secrets,
            Clock clock) {
        this.links = links;
        this.opening = opening;
        this.accounts = accounts;
        this.permissions = permissions;
        this.staffNames = staffNames;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<String> renewLink() {
        if (administratorExists()) {
            links.forget();
            return Optional.empty();
        }
        var secret = secrets.fresh();
        links.replace(digest(secret), clock.instant().plus(VALID));
        return Optional.of(secret);
    }

    @Override
    public boolean isOpen(String secret) {
        return links.isOpen(digest(secret), clock.instant());
    }

    @Override
    @Transactional
    public RegistrationOutcome appoint(String secret, String name, String signInName, NewPassword password) {
        if (!isOpen(secret) || administratorExists()) {
            throw new ProblemException(IdentityProblem.LINK_NOT_VALID);
        }
        var refusals = refusals(name, signInName, password);
        if (!refusals.isEmpty()) {
            return new RegistrationOutcome.Refused(refusals);
        }
        if (!links.use(digest(secret), clock.instant())) {
            throw new ProblemException(IdentityProblem.LINK_NOT_VALID);
        }
        var opened = opening.open(AccountKind.STAFF, name.strip(), signInName, password.password())
                .orElseThrow(() -> new ProblemException(IdentityProblem.NAME_TAKEN));
        permissions.appointAdministrator(opened);
        return new RegistrationOutcome.Registered(opened);
    }

    private List<FieldRefusal> refusals(String name, String signInName, NewPassword password) {
        var refusals = new ArrayList<FieldRefusal>();
        if (name.isBlank() || name.length() > 100) {
            refusals.add(FieldRefusal.of("name", "identity.registration.name-missing"));
        }
        refusals.addAll(staffNames.refusals(name, signInName, password));
        return refusals;
    }

    // A made-up administrator is none: outside demonstration mode nobody can sign in as one.
    private boolean administratorExists() {
        return accounts.find(permissions.administrators()).stream().anyMatch(account -> !account.demo());
    }

    private byte[] digest(String secret) {
        return secrets.digest("first administrator", secret);
    }
}
