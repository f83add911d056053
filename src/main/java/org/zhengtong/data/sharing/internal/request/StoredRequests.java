package org.zhengtong.data.sharing.internal.request;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.data.sharing.SharingRequest.Author;
import org.zhengtong.data.sharing.SharingRequest.Parties;
import org.zhengtong.data.sharing.SharingRequest.State;

@Service
class StoredRequests implements Requests {

    private final RequestStore store;
    private final RequestSearch search;
    private final Offers offers;
    private final Answering answering;
    private final CatalogReading catalog;
    private final Permissions permissions;
    private final RequestRecord record;

    StoredRequests(
            RequestStore store,
            RequestSearch search,
            Offers offers,
            Answering answering,
            CatalogReading catalog,
            Permissions permissions,
            RequestRecord record) {
        this.store = store;
        this.search = search;
        this.offers = offers;
        this.answering = answering;
        this.catalog = catalog;
        this.permissions = permissions;
        this.record = record;
    }

    @Override
    public Optional<Offer> offer(Resource resource) {
        return offers.of(resource);
    }

    @Override
    @Transactional
    public RequestOutcome save(Draft draft, CurrentUser by) {
        if (draft.id() == 0) {
            return new RequestOutcome.Done(begin(draft, by));
        }
        var request = lock(draft.id());
        permissions.require(by, REQUEST_DATA, request.consumer());
        if (!request.editable() || request.revision() != draft.revision()) {
            return new RequestOutcome.NotNow(request);
        }
        store.saveWish(request.id(), draft.wish());
        return new RequestOutcome.Done(again(request.id()));
    }

    private SharingRequest begin(Draft draft, CurrentUser by) {
        var offer = offers.of(catalog.require(draft.resource()))
                .orElseThrow(() -> new ProblemException(SharingProblem.NOT_CONNECTED));
        var department = by.department();
        if (department == null) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        permissions.require(by, REQUEST_DATA, department);
        var at = record.now();
        var request = new SharingRequest(
                0,
                store.nextNumber(record.today().getYear()),
                offer.resource().code(),
                offer.resource().metadata().name(),
                offer.subject(),
                new Parties(offer.holder(), department),
                State.DRAFT,
                1,
                draft.wish(),
                null,
                null,
                new Author(by.id(), by.name(), at));
        var begun = again(store.add(request));
        record.note("DRAFTED", begun, "", by);
        return begun;
    }

    private SharingRequest lock(long id) {
        return store.lock(id).orElseThrow(() -> new ProblemException(SharingProblem.REQUEST_NOT_FOUND));
    }

    private SharingRequest again(long id) {
        return store.find(id).orElseThrow();
    }

    @Override
    @Transactional
    public RequestOutcome send(long id, CurrentUser by) {
        var request = lock(id);
        permissions.require(by, REQUEST_DATA, request.consumer());
        return request.editable() ? answering.send(request, offer(request), by) : new RequestOutcome.NotNow(request);
    }

    private Offer offer(SharingRequest request) {
        return offers.of(catalog.require(request.resource().path()))
                .filter(offer -> offer.subject().equals(request.subject()))
                .orElseThrow(() -> new ProblemException(SharingProblem.NOT_CONNECTED));
    }

    @Override
    @Transactional
    public RequestOutcome withdraw(long id, CurrentUser by) {
        var request = lock(id);
        permissions.require(by, REQUEST_DATA, request.consumer());
        if (!rights(request, by).withdraw()) {
            return new RequestOutcome.NotNow(request);
        }
        store.setState(id, State.WITHDRAWN);
        record.note("WITHDRAWN", request, "", by);
        return new RequestOutcome.Done(again(id));
    }

    @Override
    @Transactional
    public RequestOutcome answer(long id, Verdict verdict, CurrentUser by) {
        var request = lock(id);
        permissions.require(by, ANSWER_REQUEST, request.provider());
        return request.state() == State.WAITING
                ? answering.answer(request, offer(request), verdict, by)
                : new RequestOutcome.NotNow(request);
    }

    @Override
    @Transactional
    public RequestOutcome extend(long id, String reason, CurrentUser by) {
        var request = lock(id);
        permissions.require(by, ANSWER_REQUEST, request.provider());
        return rights(request, by).extend()
                ? answering.extend(request, reason, by)
                : new RequestOutcome.NotNow(request);
    }

    @Override
    @Transactional
    public RequestOutcome dispute(long id, String reason, CurrentUser by) {
        var request = lock(id);
        permissions.require(by, REQUEST_DATA, request.consumer());
        return request.state() == State.REFUSED
                ? answering.dispute(request, reason, by)
                : new RequestOutcome.NotNow(request);
    }

    @Override
    @Transactional
    public RequestOutcome rule(long id, Verdict verdict, CurrentUser by) {
        var request = lock(id);
        permissions.require(by, DECIDE_DISPUTE, request.provider());
        permissions.require(by, DECIDE_DISPUTE, request.consumer());
        return request.state() == State.DISPUTED
                ? answering.answer(request, offer(request), verdict, by)
                : new RequestOutcome.NotNow(request);
    }

    @Override
    @Transactional(readOnly = true)
    public SharingRequest require(long id, CurrentUser by) {
        var request = store.find(id).orElseThrow(() -> new ProblemException(SharingProblem.REQUEST_NOT_FOUND));
        if (!permissions.may(by, REQUEST_DATA, request.consumer())
                && !(permissions.may(by, ANSWER_REQUEST, request.provider()) && request.clock() != null)
                && !mayRule(request, by)) {
            permissions.require(by, ANSWER_REQUEST, request.provider());
            throw new ProblemException(SharingProblem.REQUEST_NOT_FOUND);
        }
        return request;
    }

    private boolean mayRule(SharingRequest request, CurrentUser by) {
        return permissions.may(by, DECIDE_DISPUTE, request.provider())
                && permissions.may(by, DECIDE_DISPUTE, request.consumer());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Event> events(long id) {
        return store.events(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Page search(Query query, CurrentUser by) {
        var scope = scope(query.box(), by);
        if (scope.isEmpty()) {
            return new Page(List.of(), null);
        }
        var more = new Query(query.box(), query.text(), query.state(), query.after(), query.most() + 1);
        var found = search.page(more, scope);
        var shown = found.subList(0, Math.min(query.most(), found.size()));
        return new Page(shown, found.size() > query.most() ? shown.getLast().id() : null);
    }

    private DataScope scope(Box box, CurrentUser by) {
        return permissions.scopeOf(
                by,
                switch (box) {
                    case SENT -> REQUEST_DATA;
                    case INBOX -> ANSWER_REQUEST;
                    case DISPUTES -> DECIDE_DISPUTE;
                });
    }

    @Override
    @Transactional(readOnly = true)
    public long waiting(CurrentUser by) {
        var answers = scope(Box.INBOX, by);
        var disputes = scope(Box.DISPUTES, by);
        return (answers.isEmpty() ? 0 : search.waiting(answers)) + (disputes.isEmpty() ? 0 : search.disputes(disputes));
    }

    @Override
    public Rights rights(SharingRequest request, CurrentUser by) {
        var asks = permissions.may(by, REQUEST_DATA, request.consumer());
        var answers = permissions.may(by, ANSWER_REQUEST, request.provider());
        var clock = request.clock();
        return new Rights(
                asks && request.editable(),
                answers && request.state() == State.WAITING,
                answers && request.state() == State.WAITING && clock != null && !clock.extended(),
                asks && request.state() == State.REFUSED,
                request.state() == State.DISPUTED && mayRule(request, by),
                asks && (request.editable() || request.state() == State.WAITING));
    }
}
