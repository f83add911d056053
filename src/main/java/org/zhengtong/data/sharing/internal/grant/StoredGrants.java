package org.zhengtong.data.sharing.internal.grant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.DataGrant.State;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.SharingProblem;

@Service
class StoredGrants implements Grants {

    private final GrantStore store;
    private final GrantSearch search;
    private final StopStore stops;
    private final SystemUseStore systems;
    private final ConnectedSystems connected;
    private final Permissions permissions;
    private final GrantActs acts;

    StoredGrants(
            GrantStore store,
            GrantSearch search,
            StopStore stops,
            SystemUseStore systems,
            ConnectedSystems connected,
            Permissions permissions,
            GrantActs acts) {
        this.store = store;
        this.search = search;
        this.stops = stops;
        this.systems = systems;
        this.connected = connected;
        this.permissions = permissions;
        this.acts = acts;
    }

    @Override
    @Transactional(readOnly = true)
    public DataGrant require(GrantNumber number, CurrentUser by) {
        var grant = store.find(number).orElseThrow(() -> new ProblemException(SharingProblem.GRANT_NOT_FOUND));
        if (!gives(grant, by) && !uses(grant, by)) {
            permissions.require(by, Requests.REQUEST_DATA, grant.consumer());
        }
        return grant;
    }

    @Override
    public boolean gives(DataGrant grant, CurrentUser by) {
        return permissions.may(by, Requests.ANSWER_REQUEST, grant.provider());
    }

    @Override
    public boolean uses(DataGrant grant, CurrentUser by) {
        return permissions.may(by, USE_GRANT, grant.consumer())
                || permissions.may(by, Requests.REQUEST_DATA, grant.consumer());
    }

    @Override
    @Transactional(readOnly = true)
    public Page search(Query query, CurrentUser by) {
        var scope = scope(query.side(), by);
        if (scope.isEmpty()) {
            return new Page(List.of(), null);
        }
        var more =
                new Query(query.side(), query.text(), query.register(), query.state(), query.after(), query.most() + 1);
        var found = search.page(more, scope);
        var shown = found.subList(0, Math.min(query.most(), found.size()));
        return new Page(
                shown, found.size() > query.most() ? shown.getLast().number().value() : null);
    }

    private DataScope scope(Side side, CurrentUser by) {
        return side == Side.GIVEN
                ? permissions.scopeOf(by, Requests.ANSWER_REQUEST)
                : permissions.scopeOf(by, Requests.REQUEST_DATA).or(permissions.scopeOf(by, USE_GRANT));
    }

    @Override
    @Transactional
    public void suspend(GrantNumber number, String reason, CurrentUser by) {
        change(number, State.ACTIVE, State.SUSPENDED, reason, by);
    }

    @Override
    @Transactional
    public void resume(GrantNumber number, CurrentUser by) {
        change(number, State.SUSPENDED, State.ACTIVE, "", by);
    }

    private void change(GrantNumber number, State from, State to, String reason, CurrentUser by) {
        var grant = lock(number);
        permissions.require(by, Requests.ANSWER_REQUEST, grant.provider());
        if (grant.state() != from) {
            throw new ProblemException(SharingProblem.NOT_NOW);
        }
        acts.stand(grant, to, reason, by);
    }

    private DataGrant lock(GrantNumber number) {
        return store.lock(number).orElseThrow(() -> new ProblemException(SharingProblem.GRANT_NOT_FOUND));
    }

    @Override
    @Transactional
    public void revoke(GrantNumber number, String reason, CurrentUser by) {
        var grant = lock(number);
        if (!permissions.may(by, Requests.REQUEST_DATA, grant.consumer())) {
            permissions.require(by, Requests.ANSWER_REQUEST, grant.provider());
        }
        if (grant.state() == State.REVOKED) {
            throw new ProblemException(SharingProblem.NOT_NOW);
        }
        acts.stand(grant, State.REVOKED, reason, by);
    }

    @Override
    @Transactional
    public void stop(@Nullable RegisterCode register, String reason, CurrentUser by) {
        requireMayStop(register, by);
        acts.stop(register, reason, by);
    }

    @Override
    @Transactional
    public void lift(@Nullable RegisterCode register, CurrentUser by) {
        requireMayStop(register, by);
        acts.lift(register, by);
    }

    private void requireMayStop(@Nullable RegisterCode register, CurrentUser by) {
        if (!mayStop(register, by)) {
            permissions.require(by, register == null ? STOP_EVERYTHING : Requests.ANSWER_REQUEST);
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
    }

    @Override
    public boolean mayStop(@Nullable RegisterCode register, CurrentUser by) {
        return register == null
                ? permissions.may(by, STOP_EVERYTHING)
                : acts.holder(register)
                        .filter(holder -> permissions.may(by, Requests.ANSWER_REQUEST, holder))
                        .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Stop> stops() {
        return stops.inForce();
    }

    @Override
    @Transactional
    public BindOutcome bind(String clientId, CurrentUser by) {
        var department = by.department();
        if (department == null) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        permissions.require(by, Requests.REQUEST_DATA, department);
        var system = connected.findOpen(clientId);
        if (system.isEmpty() || !system.get().confidential()) {
            return BindOutcome.UNKNOWN;
        }
        var before = systems.find(clientId);
        if (before.isPresent()) {
            return before.get().department().equals(department) ? BindOutcome.BOUND : BindOutcome.TAKEN;
        }
        systems.add(acts.bound(clientId, system.get().name(), department, by));
        return BindOutcome.BOUND;
    }

    @Override
    @Transactional
    public void unbind(String clientId, CurrentUser by) {
        var system = systems.find(clientId).orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND));
        permissions.require(by, Requests.REQUEST_DATA, system.department());
        systems.remove(clientId);
        acts.unbound(system, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<BoundSystem> systems(CurrentUser by) {
        return systems.of(permissions.scopeOf(by, Requests.REQUEST_DATA));
    }

    @Override
    @Transactional(readOnly = true)
    public List<DayUse> usage(GrantNumber number, LocalDate from) {
        return search.usage(number, from);
    }

    @Override
    @Transactional(readOnly = true)
    public List<UseSum> sums(LocalDate from, LocalDate to, Side side, CurrentUser by) {
        return search.sums(from, to, side, scope(side, by));
    }

    @Override
    @Transactional(readOnly = true)
    public List<DayUse> days(LocalDate from, LocalDate to, Side side, CurrentUser by) {
        return search.days(from, to, side, scope(side, by));
    }
}
