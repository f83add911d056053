package org.zhengtong.data.catalog.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.LifeCycleOutcome;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceOffers;
import org.zhengtong.data.catalog.ResourceServices;
import org.zhengtong.data.catalog.ResourceState;

/** One resource: what is said of it, its versions, and the ways to change or retire it. */
@Controller
@RequestMapping("/staff/catalog/resources/{path}")
class ResourceController {
    private static final int PREVIEWED = 5;

    private final Catalog catalog;
    private final CatalogReading reading;
    private final OpenData data;
    private final CatalogLists lists;
    private final Permissions permissions;
    private final ObjectProvider<ResourceOffers> offers;
    private final ObjectProvider<ResourceServices> services;

    ResourceController(
            Catalog catalog,
            CatalogReading reading,
            OpenData data,
            CatalogLists lists,
            Permissions permissions,
            ObjectProvider<ResourceOffers> offers,
            ObjectProvider<ResourceServices> services) {
        this.catalog = catalog;
        this.reading = reading;
        this.data = data;
        this.lists = lists;
        this.permissions = permissions;
        this.offers = offers;
        this.services = services;
    }

    @GetMapping
    String show(@PathVariable String path, CurrentUser user, Shell shell, Model model) {
        var resource = reading.require(path);
        var code = resource.code();
        model.addAttribute(
                "page",
                new ResourcePage(
                        resource,
                        new Words(lists, shell.locale()),
                        new ResourcePage.Data(
                                data.distributions(resource),
                                data.table(resource).orElse(null),
                                data.rows(resource, PREVIEWED)),
                        reading.findings(resource),
                        reading.usesOf(code),
                        reading.namedBy(code),
                        resource.foreign() ? List.of() : reading.events(code),
                        extension(resource, shell),
                        resource.foreign() ? null : reading.draftOf(code).orElse(null),
                        mayCompile(resource, user),
                        offers.stream()
                                .flatMap(each -> each.offer(resource, user).stream())
                                .findFirst()
                                .orElse(null),
                        services.stream()
                                .flatMap(each -> each.of(resource, user).stream())
                                .toList()));
        return "catalog/resource";
    }

    private Map<String, String> extension(Resource resource, Shell shell) {
        var department = resource.metadata().provider().department();
        var division = department == null
                ? resource.metadata().supplement().division()
                : department.division().value();
        var named = new LinkedHashMap<String, String>();
        for (var field : lists.extensionFields(division)) {
            var value = resource.metadata().supplement().extension().get(field.key());
            if (value != null && !value.isBlank()) {
                named.put(field.name(shell.locale()), value);
            }
        }
        return named;
    }

    private boolean mayCompile(Resource resource, CurrentUser user) {
        var department = resource.metadata().provider().department();
        if (resource.foreign() || resource.state() == ResourceState.RETIRED) {
            return false;
        }
        return department == null
                ? permissions.may(user, Catalog.REVIEW_RESOURCE)
                : permissions.may(user, Catalog.COMPILE_RESOURCE, department);
    }

    @PostMapping("/changes")
    String change(@PathVariable String path, CurrentUser user) {
        var draft = catalog.change(reading.require(path).code(), user);
        return "redirect:/staff/catalog/drafts/" + draft.id();
    }

    @GetMapping("/retirement")
    String retirement(@PathVariable String path, Model model) {
        model.addAttribute("page", retirementPage(path, "", null));
        return "catalog/retirement";
    }

    private RetirementPage retirementPage(String path, String reason, @Nullable FieldFault fault) {
        var resource = reading.require(path);
        return new RetirementPage(
                resource,
                reading.usesOf(resource.code()),
                reading.namedBy(resource.code()),
                reason,
                fault == null ? List.of() : List.of(fault));
    }

    @PostMapping("/retirement")
    ModelAndView retire(
            @PathVariable String path, @RequestParam(defaultValue = "") String reason, CurrentUser user, Shell shell) {
        var outcome = catalog.fileRetirement(reading.require(path).code(), reason, user);
        if (outcome instanceof LifeCycleOutcome.Filed) {
            return new ModelAndView("redirect:/staff/catalog/resources/" + path);
        }
        var why = outcome instanceof LifeCycleOutcome.NotNow
                ? shell.say("catalog.retirement.pending")
                : shell.say("catalog.rule.REASON_MISSING");
        var again = new ModelAndView("catalog/retirement", HttpStatus.UNPROCESSABLE_CONTENT);
        again.addObject("page", retirementPage(path, reason, new FieldFault("reason", why)));
        return again;
    }

    @GetMapping("/versions")
    String versions(
            @PathVariable String path,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            Shell shell,
            Model model) {
        var resource = reading.require(path);
        var versions = reading.versions(resource);
        var newer = to > 0 ? to : resource.version();
        var older = from > 0 ? from : Math.max(versions.getLast().version(), newer - 1);
        model.addAttribute(
                "page",
                new VersionsPage(
                        resource,
                        versions,
                        older,
                        newer,
                        reading.compare(
                                reading.version(resource, older), reading.version(resource, newer), shell.locale())));
        return "catalog/versions";
    }
}
