package org.zhengtong.data.sharing.web.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.Offer;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.data.sharing.web.SharingNames;

/** Puts the pages of requests together. */
@Component
class RequestViews {

    private final Requests requests;
    private final SharingNames names;
    private final Nodes nodes;

    RequestViews(Requests requests, SharingNames names, Nodes nodes) {
        this.requests = requests;
        this.names = names;
        this.nodes = nodes;
    }

    RequestsPage.Line line(SharingRequest request) {
        return new RequestsPage.Line(
                request,
                names.department(request.provider()),
                names.department(request.consumer()),
                request.overdue(names.today()),
                request.waits() ? names.daysLeft(request) : 0);
    }

    static List<FieldFault> faults(Map<String, String> faults, Shell shell) {
        return faults.entrySet().stream()
                .map(fault -> new FieldFault(fault.getKey(), shell.say(fault.getValue())))
                .toList();
    }

    ModelAndView one(SharingRequest request, CurrentUser user, Shell shell, String done) {
        return one(request, user, shell, done, RequestPage.Typed.NOTHING, List.of());
    }

    ModelAndView one(
            SharingRequest request,
            CurrentUser user,
            Shell shell,
            String done,
            RequestPage.Typed typed,
            List<FieldFault> errors) {
        var view = new ModelAndView("sharing/request");
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        view.addObject(
                "page",
                new RequestPage(
                        line(request),
                        names.rows(request.subject(), request.wish().rows(), shell),
                        items(request),
                        requests.events(request.id()),
                        requests.rights(request, user),
                        request.state() == SharingRequest.State.GRANTED,
                        errors,
                        typed,
                        done));
        return view;
    }

    private List<RegisterItem> items(SharingRequest request) {
        var register = names.register(request.subject());
        return register == null
                ? List.of()
                : register.items().values().stream()
                        .filter(item -> request.wish().items().contains(item.name()))
                        .toList();
    }

    ModelAndView form(
            @Nullable SharingRequest request, Offer offer, WishForm form, List<FieldFault> errors, boolean overtaken) {
        var view = new ModelAndView("sharing/wish");
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        } else if (overtaken) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        view.addObject(
                "page",
                new WishPage(
                        request,
                        offer,
                        names.department(offer.holder()),
                        form,
                        nodes.all().stream()
                                .filter(node -> node.standing() != NodeStanding.REVOKED)
                                .toList(),
                        errors,
                        overtaken ? "sharing.overtaken" : null));
        return view;
    }
}
