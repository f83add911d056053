package org.zhengtong.app.design.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.design.DesignId;
import org.zhengtong.app.design.DesignState;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;

/** A draft as a list of tasks, and its pages of single values. */
@Controller
@RequestMapping("/staff/design/{id:[0-9]{1,18}}")
class DesignController {

    private static final Set<String> NOTICES =
            Set.of("saved", "handed-in", "taken-back", "sent-back", "published", "retired");

    private final Desk desk;
    private final FactPages pages;

    DesignController(Desk desk, FactPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    String tasks(@PathVariable long id, @RequestParam(defaultValue = "") String done, CurrentUser user, Model model) {
        var draft = desk.open(id, user);
        var open = draft.state().open()
                ? desk.designs().findings(draft).stream()
                        .collect(Collectors.groupingBy(Finding::part, Collectors.counting()))
                : java.util.Map.<Part, Long>of();
        model.addAttribute(
                "page",
                new TasksPage(
                        draft,
                        desk.find(draft.department().value())
                                .map(Department::name)
                                .orElse(draft.department().value()),
                        open,
                        desk.editable(draft, user),
                        desk.may(user, ItemDesigns.EDIT_DRAFT, draft),
                        desk.may(user, ItemDesigns.REVIEW_DRAFT, draft),
                        draft.state() == DesignState.PUBLISHED
                                && desk.designs()
                                        .published(draft)
                                        .filter(other -> newer(other, draft))
                                        .isEmpty(),
                        NOTICES.contains(done) ? done : null));
        return "design/tasks";
    }

    private static boolean newer(ItemDesign other, ItemDesign draft) {
        var version = draft.itemVersion();
        var others = other.itemVersion();
        return version != null && others != null && others > version;
    }

    @GetMapping("/facts/{path}")
    ModelAndView facts(
            @PathVariable long id,
            @PathVariable String path,
            @RequestParam(defaultValue = "false") boolean mend,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        if (!desk.editable(draft, user)) {
            return new ModelAndView("redirect:/staff/design/" + id);
        }
        var part = part(path);
        var faults = mend ? desk.faults(draft, part, locale) : List.<FieldFault>of();
        return Desk.page(
                "design/facts",
                new FactsPage(draft, part, pages.of(draft, part, locale), faults, draft.version()),
                false);
    }

    private static Part part(String path) {
        return Arrays.stream(Part.values())
                .filter(part -> part.path().equals(path) && FactPages.has(part))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND));
    }

    @PostMapping("/facts/{path}")
    ModelAndView save(
            @PathVariable long id,
            @PathVariable String path,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var part = part(path);
        var before = desk.open(id, user);
        var faults = new ArrayList<FieldFault>();
        if (part == Part.ITEM && !desk.mayWriteFor(sent.getFirst("department"), before, user)) {
            sent.set("department", before.department().value());
            faults.add(new FieldFault("department", desk.say(locale, "design.fault.department")));
        }
        var draft = pages.read(before, part, sent).seenAt(version);
        var saved = desk.designs().save(draft, draft.content(), user);
        switch (saved) {
            case SAVED -> faults.addAll(desk.faults(draft, part, locale));
            case OVERTAKEN -> faults.add(new FieldFault("main", desk.say(locale, "design.overtaken")));
            case CODE_TAKEN -> faults.add(new FieldFault("code", desk.say(locale, "design.fault.code.open")));
        }
        if (!faults.isEmpty()) {
            var now = desk.open(id, user);
            return Desk.page(
                    "design/facts",
                    new FactsPage(draft, part, pages.of(draft, part, locale), faults, now.version()),
                    true);
        }
        return new ModelAndView("redirect:/staff/design/" + id + after(part, sent));
    }

    private static String after(Part part, MultiValueMap<String, String> sent) {
        if (!"next".equals(sent.getFirst("step"))) {
            return "?done=saved";
        }
        return switch (part) {
            case ITEM -> "/facts/guide";
            case GUIDE -> "/facts/limits";
            case LIMITS -> "/materials";
            default -> "/check";
        };
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, CurrentUser user) {
        desk.designs().remove(new DesignId(id), user);
        return "redirect:/staff/design?removed=" + id;
    }

    @PostMapping("/restoration")
    String restore(@PathVariable long id, CurrentUser user) {
        desk.designs().restore(new DesignId(id), user);
        return "redirect:/staff/design/" + id;
    }

    @PostMapping("/revision")
    String revise(@PathVariable long id, CurrentUser user) {
        return "redirect:/staff/design/"
                + desk.designs().revise(new DesignId(id), user).value();
    }
}
