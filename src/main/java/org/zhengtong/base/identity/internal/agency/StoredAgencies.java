package org.zhengtong.base.identity.internal.agency;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.AccountLetters;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.Agencies;
import org.zhengtong.base.identity.Agency;
import org.zhengtong.base.identity.CitizenAccount;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.internal.AccountRestoring;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredAgencies implements Agencies {
    private static final int MOST_YEARS = 3;

    private final AgencyStore store;
    private final Accounts accounts;
    private final AccountRestoring numbers;
    private final ObjectProvider<AccountLetters> letters;
    private final AuditLog audit;
    private final Clock clock;

    StoredAgencies(
            AgencyStore store,
            Accounts accounts,
            AccountRestoring numbers,
            ObjectProvider<AccountLetters> letters,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.numbers = numbers;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public List<Agency> of(AccountId account) {
        return store.of(account);
    }

    // Only the enterprise itself authorizes: an agent cannot pass on what he was given (民法典 第一百六十九条).
    @Override
    @Transactional
    public Outcome invite(CurrentUser enterprise, Typed typed) {
        if (enterprise.kind() != AccountKind.ENTERPRISE || enterprise.acting() != null) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        var refusals = new ArrayList<FieldRefusal>();
        var agent = numbers.findByNumber(typed.number())
                .flatMap(accounts::findCitizen)
                .filter(citizen -> citizen.name().equals(typed.name().strip()));
        if (agent.isEmpty()) {
            refusals.add(FieldRefusal.of("number", "identity.agency.nobody"));
        }
        var endsOn = date(typed.endsOn());
        if (endsOn.isEmpty() || endsOn.get().isBefore(today()) || endsOn.get().isAfter(today().plusYears(MOST_YEARS))) {
            refusals.add(FieldRefusal.of("endsOn", "identity.agency.day-wrong", MOST_YEARS));
        }
        return refusals.isEmpty()
                ? invite(enterprise, agent.orElseThrow(), typed, endsOn.orElseThrow())
                : new Outcome.Refused(refusals);
    }

    private Outcome invite(CurrentUser enterprise, CitizenAccount agent, Typed typed, LocalDate endsOn) {
        var id = store.add(enterprise.id(), agent.id(), typed.matters(), endsOn, clock.instant());
        record(enterprise, "identity.invite_agent", id, agent.name());
        letters.getObject().tell(agent.id(), "identity.notice.agency", "/account/agencies", enterprise.name(), endsOn);
        return new Outcome.Invited(id);
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private void record(CurrentUser by, String event, long agency, String other) {
        audit.record(AuditAction.of(by.actor(), event, "agency", Long.toString(agency))
                .with("with", other));
    }

    @Override
    @Transactional
    public void accept(CurrentUser agent, long agency) {
        var found = require(agency, agent);
        if (!found.agent().equals(agent.id()) || found.stateOn(today()) != Agency.State.INVITED) {
            throw new ProblemException(IdentityProblem.AGENCY_NOT_FOUND);
        }
        store.accept(agency, clock.instant());
        record(agent, "identity.accept_agency", agency, found.enterpriseName());
        letters.getObject()
                .tell(found.enterprise(), "identity.notice.agency-accepted", "/account/agencies", found.agentName());
    }

    /** To everybody but the two sides an authorization does not exist. */
    private Agency require(long agency, CurrentUser side) {
        return store.find(agency)
                .filter(found -> found.agent().equals(side.id())
                        || found.enterprise().equals(side.id()) && side.acting() == null)
                .orElseThrow(() -> new ProblemException(IdentityProblem.AGENCY_NOT_FOUND));
    }

    @Override
    @Transactional
    public void end(CurrentUser either, long agency) {
        var found = require(agency, either);
        store.end(agency, clock.instant());
        var byAgent = found.agent().equals(either.id());
        record(either, "identity.end_agency", agency, byAgent ? found.enterpriseName() : found.agentName());
        letters.getObject()
                .tell(
                        byAgent ? found.enterprise() : found.agent(),
                        "identity.notice.agency-ended",
                        "/account/agencies",
                        byAgent ? found.agentName() : found.enterpriseName());
    }

    @Override
    @Transactional
    public boolean beginActing(CurrentUser agent, long agency) {
        var standing = standing(agent.id(), agency);
        standing.ifPresent(found -> record(agent, "identity.act_for", agency, found.enterpriseName()));
        return standing.isPresent();
    }

    @Override
    public Optional<Agency> standing(AccountId agent, long agency) {
        return store.find(agency)
                .filter(found -> found.agent().equals(agent))
                .filter(found -> found.stateOn(today()) == Agency.State.ACTIVE);
    }
}
