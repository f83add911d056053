package org.zhengtong.data.sharing.internal.request;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.catalog.SharingType;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.sharing.Requests.Offer;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.Requests.Verdict;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.data.sharing.SharingRequest.Answer;
import org.zhengtong.data.sharing.SharingRequest.State;
import org.zhengtong.data.sharing.Terms;
import org.zhengtong.data.sharing.internal.grant.Granting;
import org.zhengtong.data.sharing.internal.request.TimeRuleStore.Act;

/** Sends requests on their way and answers them; runs within the transaction of the front door. */
@Component
class Answering {

    private final RequestStore store;
    private final TimeRules rules;
    private final Granting granting;
    private final Nodes nodes;
    private final RequestRecord record;
    private final RequestNews news;

    Answering(
            RequestStore store,
            TimeRules rules,
            Granting granting,
            Nodes nodes,
            RequestRecord record,
            RequestNews news) {
        this.store = store;
        this.rules = rules;
        this.granting = granting;
        this.nodes = nodes;
        this.record = record;
        this.news = news;
    }

    RequestOutcome send(SharingRequest request, Offer offer, CurrentUser by) {
        var faults = new WishCheck(offer, record.today(), nodes).faultsOf(request.wish());
        if (!faults.isEmpty()) {
            return new RequestOutcome.Refused(faults);
        }
        var due = rules.due(Act.ANSWER, request.provider().division(), record.today());
        store.startClock(request.id(), State.WAITING, record.now(), due);
        var sent = again(request);
        record.note("SENT", sent, "", by);
        if (offer.typeOf(request.wish().items()) == SharingType.UNCONDITIONAL) {
            // 无条件共享: nobody has to agree.
            return grant(sent, Terms.of(request.wish()), "", by);
        }
        news.toProvider("sharing.notice.sent", sent);
        return new RequestOutcome.Done(sent);
    }

    private SharingRequest again(SharingRequest request) {
        return store.find(request.id()).orElseThrow();
    }

    private RequestOutcome grant(SharingRequest request, Terms terms, String words, CurrentUser by) {
        store.answer(request.id(), State.GRANTED, new Answer(words, by.name(), record.now()));
        var granted = again(request);
        var grant = granting.grant(granted, terms, by);
        record.note("GRANTED", granted, words, by);
        news.toAuthor("sharing.notice.granted", granted);
        return new RequestOutcome.Granted(granted, grant);
    }

    RequestOutcome answer(SharingRequest request, Offer offer, Verdict verdict, CurrentUser by) {
        return switch (verdict) {
            case Verdict.Grant yes -> grant(request, offer, yes, by);
            case Verdict.Refuse(var reason) ->
                reason.isBlank() || reason.length() > WishCheck.LONGEST
                        ? fault("reason", "sharing.fault.reason")
                        : close(request, State.REFUSED, reason.strip(), by);
            case Verdict.Return(var missing) ->
                missing.isBlank() || missing.length() > WishCheck.LONGEST
                        ? fault("reason", "sharing.fault.missing")
                        : close(request, State.RETURNED, missing.strip(), by);
        };
    }

    private static RequestOutcome fault(String field, String key) {
        return new RequestOutcome.Refused(Map.of(field, key));
    }

    private RequestOutcome grant(SharingRequest request, Offer offer, Verdict.Grant yes, CurrentUser by) {
        var terms = Terms.of(request.wish()).narrowed(yes.items(), yes.masks(), yes.quota());
        var narrowed = new org.zhengtong.data.sharing.Wish(
                terms.purpose(),
                terms.basis(),
                terms.items(),
                terms.rows(),
                terms.quota(),
                request.wish().until(),
                terms.ways(),
                terms.node());
        var faults = new WishCheck(offer, record.today(), nodes).faultsOf(narrowed);
        return faults.isEmpty() ? grant(request, terms, yes.words().strip(), by) : new RequestOutcome.Refused(faults);
    }

    /** Refused or sent back. The superior's no is a refusal that cannot be disputed again, since a dispute was. */
    private RequestOutcome close(SharingRequest request, State state, String words, CurrentUser by) {
        store.answer(request.id(), state, new Answer(words, by.name(), record.now()));
        var closed = again(request);
        record.note(state.name(), closed, words, by);
        news.toAuthor(state == State.REFUSED ? "sharing.notice.refused" : "sharing.notice.returned", closed);
        return new RequestOutcome.Done(closed);
    }

    RequestOutcome extend(SharingRequest request, String reason, CurrentUser by) {
        var clock = request.clock();
        if (clock == null || reason.isBlank() || reason.length() > WishCheck.LONGEST) {
            return fault("extension", "sharing.fault.reason");
        }
        store.extend(request.id(), rules.due(Act.EXTENSION, request.provider().division(), clock.dueOn()));
        var extended = again(request);
        record.note("EXTENDED", extended, reason.strip(), by);
        news.toAuthor("sharing.notice.extended", extended);
        return new RequestOutcome.Done(extended);
    }

    RequestOutcome dispute(SharingRequest request, String reason, CurrentUser by) {
        if (reason.isBlank() || reason.length() > WishCheck.LONGEST) {
            return fault("dispute", "sharing.fault.reason");
        }
        if (store.events(request.id()).stream().anyMatch(each -> each.kind().equals("DISPUTED"))) {
            return new RequestOutcome.NotNow(request);
        }
        var due = rules.due(Act.RULING, superior(request), record.today());
        store.startClock(request.id(), State.DISPUTED, record.now(), due);
        var disputed = again(request);
        record.note("DISPUTED", disputed, reason.strip(), by);
        news.toSuperior("sharing.notice.disputed", disputed);
        return new RequestOutcome.Done(disputed);
    }

    /** The smallest division that holds both. */
    private static DivisionCode superior(SharingRequest request) {
        var consumer = request.consumer().division();
        var above = request.provider().division();
        while (!above.covers(consumer)) {
            above = above.parent().orElse(DivisionCode.NATION);
        }
        return above;
    }
}
