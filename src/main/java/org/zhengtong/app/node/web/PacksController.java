package org.zhengtong.app.node.web;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.pack.PackImportOutcome;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

/** Which packs are in force, and checking or importing one again after its files were changed. */
@Controller
@RequestMapping("/staff/packs")
class PacksController {

    static final String IMPORT_PACK = "pack.import_pack";

    private static final Set<String> SAID = Set.of("imported", "refused", "right", "wrong");

    private final Packs packs;
    private final Permissions permissions;

    PacksController(Packs packs, Permissions permissions) {
        this.packs = packs;
        this.permissions = permissions;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String said, CurrentUser user, Model model) {
        permissions.require(user, IMPORT_PACK);
        model.addAttribute(
                "page", new PacksPage(packs.imported(), SAID.contains(said) ? "node.packs.said." + said : ""));
        return "node/packs";
    }

    @PostMapping("/{name}/check")
    String check(@PathVariable String name, CurrentUser user) {
        permissions.require(user, IMPORT_PACK);
        var errors = packs.check(packs.open(known(name)), actor(user));
        return "redirect:/staff/packs?said=" + (errors.isEmpty() ? "right" : "wrong");
    }

    @PostMapping("/{name}/import")
    String importAgain(@PathVariable String name, CurrentUser user) {
        permissions.require(user, IMPORT_PACK);
        return switch (packs.importAgain(packs.open(known(name)), actor(user))) {
            case PackImportOutcome.Imported imported -> "redirect:/staff/packs?said=imported";
            case PackImportOutcome.Unchanged unchanged -> "redirect:/staff/packs?said=imported";
            case PackImportOutcome.Refused refused -> "redirect:/staff/packs?said=refused";
        };
    }

    private String known(String name) {
        if (packs.imported().stream().noneMatch(pack -> pack.name().equals(name))) {
            throw new ProblemException(CommonProblem.PAGE_NOT_FOUND);
        }
        return name;
    }

    private static Actor actor(CurrentUser user) {
        return new Actor(Actor.Kind.STAFF, user.id().toString(), user.name());
    }
}
