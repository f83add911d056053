package org.zhengtong.data.sharing.internal.door;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantedCalls;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Subject;
import org.zhengtong.data.sharing.internal.grant.GrantStore;

/** Without a transaction of its own: what is written stands in that of the {@link LookBook}. */
@Service
class CheckedCalls implements GrantedCalls {

    private static final int TRIES = 5;

    private final GrantDesk desk;
    private final LookBook book;
    private final LookWords words;
    private final GrantStore grants;

    CheckedCalls(GrantDesk desk, LookBook book, LookWords words, GrantStore grants) {
        this.desk = desk;
        this.book = book;
        this.words = words;
        this.grants = grants;
    }

    @Override
    public DataGrant pass(Call call) {
        for (var tries = 0; tries < TRIES; tries++) {
            var access = desk.open(call.use());
            requireSubject(access.grant(), call);
            var first = new AtomicBoolean(true);
            var look = Look.back(
                    access,
                    call.use().way(),
                    1,
                    List.of(words.call(call, access)),
                    () -> first.set(call.first().getAsBoolean()));
            switch (book.write(look)) {
                case WRITTEN -> {
                    if (!first.get()) {
                        throw new ProblemException(SharingProblem.REPEATED);
                    }
                    return access.grant();
                }
                case QUOTA_USED ->
                    throw new ProblemException(
                            SharingProblem.QUOTA_USED, access.grant().terms().quota());
                case STALE -> {
                    // Asked again under what holds now.
                }
            }
        }
        throw new ProblemException(CommonProblem.UNAVAILABLE);
    }

    /** A grant is for one service, and for calls from one node. */
    private static void requireSubject(DataGrant grant, Call call) {
        if (!grant.subject().equals(Subject.service(call.service()))
                || !grant.terms().node().equals(call.node())) {
            throw new ProblemException(SharingProblem.GRANT_NOT_FOUND);
        }
    }

    @Override
    public List<DataGrant> held(DepartmentId consumer, Subject subject) {
        return grants.held(consumer, subject, desk.today());
    }
}
