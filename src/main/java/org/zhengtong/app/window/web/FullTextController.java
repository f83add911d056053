package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.search.SearchIndex;
import org.zhengtong.base.search.SearchOutcome;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.service.casework.CaseSearchKeys;

/** Full-text search of staff over the cases they may see, the files handed in with them, and colleagues. */
@Controller
@RequestMapping("/staff/search")
class FullTextController {
    static final List<String> FACETS =
            List.of("kind", CaseSearchKeys.DEPARTMENT, CaseSearchKeys.STATE, CaseSearchKeys.YEAR);

    static final String REBUILD = "search.rebuild_index";
    private static final int PAGE = 20;

    private final SearchIndex index;
    private final FullTextRows rows;
    private final Permissions permissions;

    FullTextController(SearchIndex index, FullTextRows rows, Permissions permissions) {
        this.index = index;
        this.rows = rows;
        this.permissions = permissions;
    }

    @GetMapping
    String search(@ModelAttribute FullTextForm form, CurrentUser user, Locale locale, Model model) {
        if (!permissions.may(user, REBUILD)) {
            permissions.require(user, Rights.VIEW_CASE);
        }
        model.addAttribute("page", form.text().isEmpty() ? asking(form, user) : found(form, user, locale));
        return "window/full_text";
    }

    private FullTextPage asking(FullTextForm form, CurrentUser user) {
        return new FullTextPage(
                form, List.of(), List.of(), List.of(), 0, false, List.of(), null, null, null, mayRebuild(user));
    }

    private FullTextPage found(FullTextForm form, CurrentUser user, Locale locale) {
        var start = form.start();
        var request = new SearchRequest(
                form.text(), Set.of(CaseSearchKeys.CASE, CaseSearchKeys.FILE), form.filters(), user, start, PAGE);
        var colleagues = rows.colleagues(form.text());
        return switch (index.search(request)) {
            case SearchOutcome.Found found ->
                new FullTextPage(
                        form,
                        found.hits().stream().map(hit -> rows.row(hit, locale)).toList(),
                        colleagues,
                        rows.filters(found.facets(), form, locale),
                        found.total(),
                        found.loose(),
                        found.synonyms(),
                        null,
                        start == 0 ? null : form.at(0),
                        start + PAGE < Math.min(found.total(), 2_000) ? form.at(start + PAGE) : null,
                        mayRebuild(user));
            case SearchOutcome.Preparing(var done, var total) ->
                new FullTextPage(
                        form,
                        List.of(),
                        colleagues,
                        List.of(),
                        0,
                        false,
                        List.of(),
                        total == 0 ? 0 : (int) Math.min(99, 100 * done / total),
                        null,
                        null,
                        mayRebuild(user));
        };
    }

    private boolean mayRebuild(CurrentUser user) {
        return permissions.may(user, REBUILD);
    }

    @PostMapping("/index")
    String rebuild(CurrentUser user) {
        index.rebuild(user);
        return "redirect:/staff/jobs";
    }
}
