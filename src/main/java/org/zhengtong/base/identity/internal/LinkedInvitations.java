package org.zhengtong.base.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.Invitations;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.RegistrationOutcome;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.problem.ProblemException;

@Service
class LinkedInvitations implements Invitations {
    private static final Duration VALID = Duration.ofHours(24);

    private final InvitationStore links;
    private final StaffDirectory directory;
    private final AccountOpening opening;
    private final StaffNames staffNames;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Clock clock;

    LinkedInvitations(
            InvitationStore links,
            StaffDirectory directory,
            AccountOpening opening,
            StaffNames staffNames,
            Secrets secrets,
            AuditLog audit,
            Clock clock) {
        this.links = links;
        this.directory = directory;
        this.opening = opening;
        this.staffNames = staffNames;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String invite(CurrentUser by, StaffId staff) {
        var member = directory.require(staff);
        var secret = secrets.fresh();
        links.replace(digest(secret), staff, clock.instant().plus(VALID));
        audit.record(AuditAction.of(by.actor(), "identity.invite", "staff", staff.value())
                .with("name", member.name()));
        return "/invitation?token=" + secret;
    }

    @Override
    public Optional<StaffMember> find(String secret) {
        return links.find(digest(secret), clock.instant()).flatMap(directory::find);
    }

    @Override
    @Transactional
    public RegistrationOutcome accept(String secret, String signInName, NewPassword password) {
        var member = find(secret).orElseThrow(() -> new ProblemException(IdentityProblem.LINK_NOT_VALID));
        var refusals = staffNames.refusals(member.name(), signInName, password);
        if (!refusals.isEmpty()) {
            return new RegistrationOutcome.Refused(refusals);
        }
        var account = opening.openForStaff(member, signInName, password.password());
        if (account.isEmpty()) {
            return new RegistrationOutcome.Refused(
                    List.of(FieldRefusal.of("signInName", "identity.invitation.name-taken")));
        }
        if (!links.use(digest(secret))) {
            throw new ProblemException(IdentityProblem.LINK_NOT_VALID);
        }
        return new RegistrationOutcome.Registered(account.get());
    }

    private byte[] digest(String secret) {
        return secrets.digest("invitation", secret);
    }
}
