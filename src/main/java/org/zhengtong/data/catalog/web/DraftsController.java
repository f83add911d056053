package org.zhengtong.data.catalog.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogDesk;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.LifeCycleOutcome;

/** The list of one's drafts: begin one, file several at once. */
@Controller
@RequestMapping("/staff/catalog/drafts")
class DraftsController {
    private static final int PAGE = 30;
    private static final int MOST_AT_ONCE = 100;
    private static final String PATH = "/staff/catalog/drafts";

    private final Catalog catalog;
    private final CatalogDesk desk;
    private final Departments departments;
    private final Permissions permissions;

    DraftsController(Catalog catalog, CatalogDesk desk, Departments departments, Permissions permissions) {
        this.catalog = catalog;
        this.desk = desk;
        this.departments = departments;
        this.permissions = permissions;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Model model) {
        model.addAttribute("page", page(new Asked(text.strip(), state(state), after), done, List.of(), user));
        return "catalog/drafts";
    }

    private record Asked(String text, CatalogDraft.@Nullable State state, String after) {

        String address(String from) {
            var address = UriComponentsBuilder.fromPath(PATH).queryParam("text", "{text}");
            if (state != null) {
                address.queryParam("state", state.name());
            }
            if (!from.isEmpty()) {
                address.queryParam("after", from);
            }
            return address.encode().buildAndExpand(text).toUriString();
        }
    }

    private static CatalogDraft.@Nullable State state(String name) {
        return Arrays.stream(CatalogDraft.State.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private DraftsPage page(Asked asked, String done, List<String> stopped, CurrentUser user) {
        var after = asked.after().matches("\\d{1,18}") ? asked.after() : "";
        var found = desk.mine(new CatalogDesk.Query(asked.text(), asked.state(), null, after, PAGE), user);
        return new DraftsPage(
                asked.text(),
                asked.state(),
                found.drafts(),
                found.total(),
                mayCompileFor(user),
                done,
                stopped,
                found.next() == null ? null : asked.address(found.next()),
                after.isEmpty() ? null : asked.address(""));
    }

    private List<Department> mayCompileFor(CurrentUser user) {
        var scope = permissions.scopeOf(user, Catalog.COMPILE_RESOURCE);
        var own = user.department();
        var found = new ArrayList<Department>();
        if (own != null && scope.covers(own)) {
            found.add(departments.require(own));
        }
        scope.departments().stream()
                .filter(each -> !each.equals(own))
                .sorted()
                .forEach(each -> departments.find(each).ifPresent(found::add));
        scope.divisions()
                .forEach(each -> departments.of(each).stream()
                        .filter(department -> !department.id().equals(own))
                        .forEach(found::add));
        return found;
    }

    @PostMapping
    String begin(@RequestParam String department, CurrentUser user) {
        return "redirect:" + PATH + "/"
                + catalog.compile(new DepartmentId(department), user).id();
    }

    @PostMapping("/filing")
    ModelAndView fileSeveral(
            @RequestParam(name = "draft", required = false) @Nullable List<Long> drafts,
            CurrentUser user,
            Shell shell) {
        var chosen = drafts == null ? List.<Long>of() : drafts;
        var filed = 0;
        var stopped = new ArrayList<String>();
        for (var draft : chosen.subList(0, Math.min(chosen.size(), MOST_AT_ONCE))) {
            switch (catalog.file(draft, user)) {
                case LifeCycleOutcome.Filed _ -> filed++;
                case LifeCycleOutcome.Refused(var findings) -> {
                    var first = findings.getFirst();
                    stopped.add(shell.say(
                            "catalog.drafts.stopped",
                            desk.require(draft, user).metadata().name(),
                            shell.say(first.textKey(), first.args().toArray())));
                }
                default -> {}
            }
        }
        var view = new ModelAndView("catalog/drafts");
        view.setStatus(stopped.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("page", page(new Asked("", null, ""), shell.say("catalog.drafts.filed", filed), stopped, user));
        return view;
    }
}
