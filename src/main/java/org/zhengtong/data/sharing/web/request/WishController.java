package org.zhengtong.data.sharing.web.request;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.Draft;
import org.zhengtong.data.sharing.Requests.Offer;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.data.sharing.Wish;

/** Asking for data: the form, kept as a draft until it is sent. */
@Controller
@RequestMapping("/staff/sharing/requests")
class WishController {

    private final Requests requests;
    private final CatalogReading catalog;
    private final Permissions permissions;
    private final RequestViews views;

    WishController(Requests requests, CatalogReading catalog, Permissions permissions, RequestViews views) {
        this.requests = requests;
        this.catalog = catalog;
        this.permissions = permissions;
        this.views = views;
    }

    private Offer offer(String path) {
        return requests.offer(catalog.require(path))
                .orElseThrow(() -> new ProblemException(SharingProblem.NOT_CONNECTED));
    }

    @GetMapping("/new")
    ModelAndView begin(@RequestParam(defaultValue = "") String resource, CurrentUser user) {
        permissions.require(user, Requests.REQUEST_DATA);
        return views.form(null, offer(resource), WishForm.of(Wish.NOTHING, 0), List.of(), false);
    }

    @PostMapping
    ModelAndView create(
            @RequestParam(defaultValue = "") String resource,
            @ModelAttribute WishForm form,
            CurrentUser user,
            Shell shell) {
        var offer = offer(resource);
        var draft = new Draft(0, 0, resource, form.toWish(offer));
        return after(requests.save(draft, user), offer, form, user, shell);
    }

    private ModelAndView after(RequestOutcome saved, Offer offer, WishForm form, CurrentUser user, Shell shell) {
        return switch (saved) {
            case RequestOutcome.Done(var request) ->
                "send".equals(form.act())
                        ? sent(requests.send(request.id(), user), request, offer, shell)
                        : onward(request, "saved");
            case RequestOutcome.NotNow(var request) -> views.form(request, offer, form, List.of(), true);
            case RequestOutcome.Granted(var request, var _) -> onward(request, "granted");
            case RequestOutcome.Refused(var faults) ->
                views.form(null, offer, form, RequestViews.faults(faults, shell), false);
        };
    }

    private static ModelAndView onward(SharingRequest request, String done) {
        return new ModelAndView("redirect:/staff/sharing/requests/" + request.id() + "?done=" + done);
    }

    /** A draft with faults stays a draft; the page has its latest revision. */
    private ModelAndView sent(RequestOutcome outcome, SharingRequest draft, Offer offer, Shell shell) {
        return switch (outcome) {
            case RequestOutcome.Done(var request) -> onward(request, "sent");
            case RequestOutcome.Granted(var request, var _) -> onward(request, "granted");
            case RequestOutcome.Refused(var faults) ->
                views.form(
                        draft,
                        offer,
                        WishForm.of(draft.wish(), draft.revision()),
                        RequestViews.faults(faults, shell),
                        false);
            case RequestOutcome.NotNow(var request) -> onward(request, "late");
        };
    }

    @GetMapping("/{id:\\d+}/edit")
    ModelAndView edit(@PathVariable long id, CurrentUser user) {
        var request = requests.require(id, user);
        if (!requests.rights(request, user).edit()) {
            return onward(request, "late");
        }
        return views.form(
                request,
                offer(request.resource().path()),
                WishForm.of(request.wish(), request.revision()),
                List.of(),
                false);
    }

    @PostMapping("/{id:\\d+}")
    ModelAndView save(@PathVariable long id, @ModelAttribute WishForm form, CurrentUser user, Shell shell) {
        var request = requests.require(id, user);
        var path = request.resource().path();
        var offer = offer(path);
        var draft = new Draft(id, form.seenRevision(), path, form.toWish(offer));
        return after(requests.save(draft, user), offer, form, user, shell);
    }
}
