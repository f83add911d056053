package org.zhengtong.base.identity.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.Agencies;
import org.zhengtong.base.identity.Agencies.Outcome;
import org.zhengtong.base.identity.Agency;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.MatterList;
import org.zhengtong.base.identity.MatterList.Matter;
import org.zhengtong.base.identity.web.ActingSessions;
import org.zhengtong.base.identity.web.Faults;
import org.zhengtong.base.ui.FieldFault;

/** Authorizing agents, agreeing, ending, and acting for an enterprise. */
@Controller
@RequestMapping("/account/agencies")
class AgencyController {
    private static final String BACK = "redirect:/account/agencies";
    private static final Agencies.Typed EMPTY = new Agencies.Typed("", "", Set.of(), "");

    private final Agencies agencies;
    private final ObjectProvider<MatterList> matterLists;
    private final ActingSessions acting;
    private final Faults faults;

    AgencyController(Agencies agencies, ObjectProvider<MatterList> matterLists, ActingSessions acting, Faults faults) {
        this.agencies = agencies;
        this.matterLists = matterLists;
        this.acting = acting;
        this.faults = faults;
    }

    @GetMapping
    String list(CurrentUser user, Model model) {
        return show(user, EMPTY, List.of(), model);
    }

    private String show(CurrentUser user, Agencies.Typed typed, List<FieldFault> errors, Model model) {
        var matters = matterLists.stream().flatMap(list -> list.all().stream()).toList();
        var names = matters.stream().collect(Collectors.toMap(Matter::code, Matter::name, (one, other) -> one));
        // Somebody who acts for an enterprise sees his own authorization to stop, not those of others.
        var rows = user.acting() != null
                ? List.<AgenciesPage.AgencyRow>of()
                : agencies.of(user.id()).stream()
                        .map(agency -> new AgenciesPage.AgencyRow(
                                agency, agency.stateOn(agencies.today()), named(agency, names)))
                        .toList();
        model.addAttribute(
                "page",
                new AgenciesPage(
                        user.name(),
                        user.kind() == AccountKind.ENTERPRISE,
                        user.acting(),
                        rows,
                        matters,
                        typed,
                        errors));
        return "identity/agencies";
    }

    private static List<String> named(Agency agency, java.util.Map<String, String> names) {
        return agency.matters().stream()
                .map(code -> names.getOrDefault(code, code))
                .sorted()
                .toList();
    }

    @PostMapping
    String invite(
            CurrentUser user,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) List<String> matters,
            @RequestParam(defaultValue = "") String endsOn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var typed = new Agencies.Typed(name, number, matters == null ? Set.of() : Set.copyOf(matters), endsOn);
        return switch (agencies.invite(user, typed)) {
            case Outcome.Invited invited -> BACK;
            case Outcome.Refused(var refusals) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(user, typed, faults.of(request, refusals), model);
            }
        };
    }

    @PostMapping("/{id}/acceptance")
    String accept(CurrentUser user, @PathVariable long id) {
        agencies.accept(user, id);
        return BACK;
    }

    @PostMapping("/{id}/end")
    String end(CurrentUser user, @PathVariable long id) {
        agencies.end(user, id);
        return BACK;
    }

    @PostMapping("/{id}/acting")
    String act(CurrentUser user, @PathVariable long id, HttpServletRequest request) {
        if (user.acting() == null && agencies.beginActing(user, id)) {
            acting.begin(request, id);
            return "redirect:/my/cases";
        }
        return BACK;
    }

    @PostMapping("/acting/end")
    String stop(HttpServletRequest request) {
        acting.end(request);
        return BACK;
    }
}
