package org.zhengtong.app.design.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.design.DesignId;
import org.zhengtong.app.design.DesignState;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns;
import org.zhengtong.app.design.ItemDesigns.PublishOutcome;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;

/** From the check of a draft over the review to publication, and taking it back. */
@Controller
@RequestMapping("/staff/design/{id:[0-9]{1,18}}")
class ReviewController {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1_000;

    private final Desk desk;
    private final Comparison comparison;
    private final DrawingPages drawings;

    ReviewController(Desk desk, Comparison comparison, DrawingPages drawings) {
        this.desk = desk;
        this.comparison = comparison;
        this.drawings = drawings;
    }

    @GetMapping("/check")
    ModelAndView check(@PathVariable long id, CurrentUser user, Locale locale) {
        var draft = desk.open(id, user);
        if (!desk.editable(draft, user)) {
            return new ModelAndView("redirect:/staff/design/" + id);
        }
        return checked(draft, desk.designs().findings(draft), false, locale);
    }

    private ModelAndView checked(ItemDesign draft, List<Finding> findings, boolean refused, Locale locale) {
        var lines = findings.stream()
                .map(finding ->
                        new CheckPage.Line(finding.part(), desk.said(finding, locale), href(draft.id(), finding)))
                .toList();
        return Desk.page("design/check", new CheckPage(draft, lines), refused);
    }

    /** The page and the place on it. */
    private static String href(DesignId id, Finding finding) {
        var address = "/staff/design/" + id.value();
        var place = finding.place();
        return switch (finding.part()) {
            case MATERIALS -> address + "/materials" + (place == null ? "" : "?row=" + place);
            case FORM -> address + "/form" + (place == null ? "" : query(place));
            case PROCEDURE -> address + "/procedure" + (place == null ? "" : "?node=" + place.replace("node-", ""));
            case ITEM, GUIDE, LIMITS, RESULT ->
                address + "/facts/" + finding.part().path() + "?mend=true" + (place == null ? "" : "#" + place);
        };
    }

    private static String query(String place) {
        var parts = place.split("-", 2);
        return "?group=" + parts[0] + (parts.length > 1 ? "&field=" + parts[1] : "");
    }

    @PostMapping("/review")
    ModelAndView handIn(
            @PathVariable long id, @RequestParam(defaultValue = "0") int version, CurrentUser user, Locale locale) {
        var draft = desk.open(id, user).seenAt(version);
        if (desk.designs().handIn(draft, user)) {
            return new ModelAndView("redirect:/staff/design/" + id + "?done=handed-in");
        }
        return checked(draft, desk.designs().findings(draft), true, locale);
    }

    @PostMapping("/review/withdrawal")
    String takeBack(@PathVariable long id, CurrentUser user) {
        desk.designs().takeBack(new DesignId(id), user);
        return "redirect:/staff/design/" + id + "?done=taken-back";
    }

    @GetMapping("/review")
    ModelAndView review(@PathVariable long id, CurrentUser user, Locale locale) {
        return reviewed(desk.open(id, user), user, "", List.of(), locale);
    }

    private ModelAndView reviewed(
            ItemDesign draft, CurrentUser user, String reason, List<FieldFault> faults, Locale locale) {
        var before = desk.designs().published(draft).orElse(null);
        var reviewer = desk.may(user, ItemDesigns.REVIEW_DRAFT, draft);
        var own = user.id().equals(draft.handedInBy())
                || user.id().equals(draft.createdBy().account());
        return Desk.page(
                "design/review",
                new ReviewPage(
                        draft,
                        before,
                        comparison.rows(before, draft, locale),
                        drawings.tree(draft, List.of(), locale),
                        reviewer && draft.state() == DesignState.IN_REVIEW,
                        !own,
                        reviewer && draft.state() == DesignState.PUBLISHED && newest(draft, before),
                        reason,
                        faults),
                !faults.isEmpty());
    }

    private static boolean newest(ItemDesign draft, @Nullable ItemDesign other) {
        var version = draft.itemVersion();
        return other == null || version != null && other.itemVersion() != null && version > other.itemVersion();
    }

    @PostMapping("/return")
    ModelAndView sendBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var fault = reasonFault(reason, locale);
        if (!fault.isEmpty()) {
            return reviewed(draft, user, reason, fault, locale);
        }
        desk.designs().sendBack(draft.seenAt(version), reason.strip(), user);
        return new ModelAndView("redirect:/staff/design/" + id + "?done=sent-back");
    }

    private List<FieldFault> reasonFault(String reason, Locale locale) {
        var length = reason.strip().length();
        return length < SHORTEST_REASON || length > LONGEST_REASON
                ? List.of(new FieldFault("reason", desk.say(locale, "design.fault.reason")))
                : List.of();
    }

    @PostMapping("/publication")
    ModelAndView publish(
            @PathVariable long id, @RequestParam(defaultValue = "0") int version, CurrentUser user, Locale locale) {
        var draft = desk.open(id, user);
        return switch (desk.designs().publish(draft.seenAt(version), user)) {
            case PublishOutcome.Published _ -> new ModelAndView("redirect:/staff/design/" + id + "?done=published");
            case PublishOutcome.Overtaken _ ->
                reviewed(
                        desk.open(id, user),
                        user,
                        "",
                        List.of(new FieldFault("main", desk.say(locale, "design.review.overtaken"))),
                        locale);
            case PublishOutcome.Refused(var findings) ->
                reviewed(
                        draft,
                        user,
                        "",
                        findings.stream()
                                .map(finding -> new FieldFault("main", desk.said(finding, locale)))
                                .toList(),
                        locale);
        };
    }

    @PostMapping("/retirement")
    ModelAndView retire(
            @PathVariable long id, @RequestParam(defaultValue = "") String reason, CurrentUser user, Locale locale) {
        var draft = desk.open(id, user);
        var fault = reasonFault(reason, locale);
        if (!fault.isEmpty()) {
            return reviewed(draft, user, reason, fault, locale);
        }
        desk.designs().retire(new DesignId(id), reason.strip(), user);
        return new ModelAndView("redirect:/staff/design/" + id + "?done=retired");
    }
}
