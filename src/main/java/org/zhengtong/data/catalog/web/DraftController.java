package org.zhengtong.data.catalog.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogDesk;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.LifeCycleOutcome;

/** The editor of one draft: save, look at the rules while typing, file, take back, throw away. */
@Controller
@RequestMapping("/staff/catalog/drafts/{id:\\d+}")
class DraftController {
    private static final String REMOVE = "remove-item-";
    private static final int CATEGORY_DIGITS = 6;

    private final Catalog catalog;
    private final CatalogDesk desk;
    private final CatalogLists lists;

    DraftController(Catalog catalog, CatalogDesk desk, CatalogLists lists) {
        this.catalog = catalog;
        this.desk = desk;
        this.lists = lists;
    }

    @GetMapping
    String edit(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean saved,
            CurrentUser user,
            Shell shell,
            Model model) {
        var draft = desk.require(id, user);
        var form = DraftForm.of(draft.metadata());
        model.addAttribute("page", page(draft, form, new Told(List.of(), saved, false), shell));
        return draft.editable() ? "catalog/draft" : "catalog/draft_waiting";
    }

    /** What the page says beside the fields themselves. */
    private record Told(List<FieldFault> errors, boolean saved, boolean overtaken) {}

    private DraftPage page(CatalogDraft draft, DraftForm form, Told told, Shell shell) {
        return new DraftPage(
                draft,
                form,
                told.errors(),
                desk.check(draft.id(), draft.metadata()),
                classes(),
                lists.entries(CatalogLists.FORMAT),
                lists.extensionFields(draft.department().division().value()),
                new Words(lists, shell.locale()),
                told.saved(),
                told.overtaken());
    }

    private List<CatalogLists.Entry> classes() {
        return lists.entries(CatalogLists.CLASS).stream()
                .filter(each -> each.code().length() >= CATEGORY_DIGITS)
                .toList();
    }

    @PostMapping
    ModelAndView save(
            @PathVariable long id, @RequestParam MultiValueMap<String, String> sent, CurrentUser user, Shell shell) {
        var act = sent.getOrDefault("act", List.of("save")).getFirst();
        var form = DraftForm.of(sent);
        if (act.startsWith(REMOVE) && act.substring(REMOVE.length()).matches("\\d{1,3}")) {
            form = form.without(Integer.parseInt(act.substring(REMOVE.length())));
        }
        var before = desk.require(id, user);
        var faults = new ArrayList<FieldFault>();
        var sheet = form.sheet(before.metadata(), faults, shell);
        if (!faults.isEmpty()) {
            return again(before, form, new Told(faults, false, false), shell);
        }
        return switch (catalog.save(id, revision(sent), sheet, user)) {
            case LifeCycleOutcome.Overtaken(var draft) -> again(draft, form, new Told(List.of(), false, true), shell);
            case LifeCycleOutcome.Saved _ -> act.equals("file") ? file(id, form, user, shell) : back(id, act);
            default -> new ModelAndView("redirect:/staff/catalog/drafts/" + id);
        };
    }

    private static int revision(MultiValueMap<String, String> sent) {
        var text = sent.getOrDefault("revision", List.of("0")).getFirst();
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static ModelAndView back(long id, String act) {
        return new ModelAndView(
                "redirect:/staff/catalog/drafts/" + id + "?saved=true" + (act.equals("save") ? "" : "#items-title"));
    }

    private ModelAndView again(CatalogDraft draft, DraftForm form, Told told, Shell shell) {
        var again = new ModelAndView("catalog/draft", HttpStatus.UNPROCESSABLE_CONTENT);
        again.addObject("page", page(draft, form, told, shell));
        return again;
    }

    private ModelAndView file(long id, DraftForm form, CurrentUser user, Shell shell) {
        return switch (catalog.file(id, user)) {
            case LifeCycleOutcome.Filed _ -> new ModelAndView("redirect:/staff/catalog/drafts/" + id);
            case LifeCycleOutcome.Refused(var findings) ->
                again(
                        desk.require(id, user),
                        DraftForm.of(desk.require(id, user).metadata()),
                        new Told(Findings.faults(findings, shell), false, false),
                        shell);
            default -> again(desk.require(id, user), form, new Told(List.of(), false, true), shell);
        };
    }

    /** What the rules say of what is typed, for the panel beside the form. */
    @PostMapping("/findings")
    String findings(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            CurrentUser user,
            Shell shell,
            Model model) {
        var draft = desk.require(id, user);
        var sheet = DraftForm.of(sent).sheet(draft.metadata(), new ArrayList<>(), shell);
        model.addAttribute("findings", desk.check(id, sheet));
        return "catalog/_findings";
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable long id, CurrentUser user) {
        catalog.withdraw(id, user);
        return "redirect:/staff/catalog/drafts";
    }

    @PostMapping("/removal")
    String discard(@PathVariable long id, CurrentUser user) {
        catalog.discard(id, user);
        return "redirect:/staff/catalog/drafts?done=removed";
    }
}
