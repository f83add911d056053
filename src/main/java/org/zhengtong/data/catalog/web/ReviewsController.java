package org.zhengtong.data.catalog.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogDesk;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.LifeCycleOutcome;
import org.zhengtong.data.catalog.Resource;

/** The reviewer's inbox: look, approve or send back, publish. */
@Controller
@RequestMapping("/staff/catalog/reviews")
class ReviewsController {
    private static final String PATH = "/staff/catalog/reviews";
    private static final int PAGE = 30;

    private final Catalog catalog;
    private final CatalogDesk desk;
    private final CatalogReading reading;
    private final CatalogLists lists;
    private final Permissions permissions;

    ReviewsController(
            Catalog catalog, CatalogDesk desk, CatalogReading reading, CatalogLists lists, Permissions permissions) {
        this.catalog = catalog;
        this.desk = desk;
        this.reading = reading;
        this.lists = lists;
        this.permissions = permissions;
    }

    @GetMapping
    String inbox(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Model model) {
        var from = after.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,18}") ? after : "";
        var chosen = Arrays.stream(CatalogDraft.State.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElse(null);
        var found = desk.toReview(new CatalogDesk.Query(text.strip(), chosen, null, from, PAGE), user);
        model.addAttribute(
                "page",
                new ReviewsPage(
                        text.strip(),
                        chosen,
                        found.drafts(),
                        found.total(),
                        done,
                        found.next() == null ? null : address(text.strip(), state, found.next()),
                        from.isEmpty() ? null : address(text.strip(), state, "")));
        return "catalog/reviews";
    }

    private static String address(String text, String state, String after) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("text", "{text}")
                .queryParam("state", "{state}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(text, state, after)
                .toUriString();
    }

    @GetMapping("/{id:\\d+}")
    String look(@PathVariable long id, CurrentUser user, Shell shell, Model model) {
        model.addAttribute("page", page(id, "", List.of(), user, shell));
        return "catalog/review";
    }

    private ReviewPage page(long id, String note, List<FieldFault> errors, CurrentUser user, Shell shell) {
        var draft = desk.require(id, user);
        permissions.require(user, Catalog.REVIEW_RESOURCE, draft.department());
        var code = draft.code();
        var published = code == null ? null : catalog.find(code).orElse(null);
        return new ReviewPage(
                draft,
                published,
                published == null ? List.of() : reading.compare(published.metadata(), draft.metadata(), shell.locale()),
                desk.check(id, draft.metadata()),
                code == null ? List.of() : reading.usesOf(code),
                code == null ? List.<Resource>of() : reading.namedBy(code),
                new Words(lists, shell.locale()),
                draft.filed() != null && draft.filed().account().equals(user.id()),
                errors,
                note);
    }

    @PostMapping("/{id:\\d+}/decision")
    ModelAndView decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String note,
            CurrentUser user,
            Shell shell) {
        return switch (catalog.review(id, verdict.equals("approve"), note, user)) {
            case LifeCycleOutcome.Reviewed(var code, var approved) ->
                approved
                        ? new ModelAndView("redirect:" + PATH + "/" + id)
                        : new ModelAndView("redirect:" + PATH + "?done=returned");
            case LifeCycleOutcome.Refused(var findings) ->
                again(id, note, Findings.faults(findings, shell), user, shell);
            case LifeCycleOutcome.OwnWork _ -> again(id, note, fault("catalog.review.own", shell), user, shell);
            default -> again(id, note, fault("catalog.review.not-now", shell), user, shell);
        };
    }

    private static List<FieldFault> fault(String key, Shell shell) {
        return List.of(new FieldFault("note", shell.say(key)));
    }

    private ModelAndView again(long id, String note, List<FieldFault> errors, CurrentUser user, Shell shell) {
        var again = new ModelAndView("catalog/review", HttpStatus.UNPROCESSABLE_CONTENT);
        again.addObject("page", page(id, note, errors, user, shell));
        return again;
    }

    @PostMapping("/{id:\\d+}/publication")
    ModelAndView publish(@PathVariable long id, CurrentUser user, Shell shell) {
        return switch (catalog.publish(id, user)) {
            case LifeCycleOutcome.Published(var code, var version) -> onward(code.path());
            case LifeCycleOutcome.Retired(var code) -> onward(code.path());
            case LifeCycleOutcome.Refused(var findings) -> again(id, "", Findings.faults(findings, shell), user, shell);
            default -> again(id, "", fault("catalog.review.not-now", shell), user, shell);
        };
    }

    private static ModelAndView onward(@Nullable String path) {
        return new ModelAndView("redirect:/staff/catalog/resources/" + path);
    }
}
