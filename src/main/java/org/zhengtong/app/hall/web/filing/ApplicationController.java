package org.zhengtong.app.hall.web.filing;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.service.items.ServiceItem;
import org.zhengtong.service.items.ServiceItems;

/** Starts an application for an item, or goes on with one begun before. */
@Controller
@RequestMapping("/items/{code}/application")
class ApplicationController {

    private final ServiceItems items;
    private final Procedures procedures;
    private final Drafts drafts;

    ApplicationController(ServiceItems items, Procedures procedures, Drafts drafts) {
        this.items = items;
        this.procedures = procedures;
        this.drafts = drafts;
    }

    @GetMapping
    String offer(@PathVariable String code, CurrentUser user, Model model) {
        var item = require(code);
        model.addAttribute("page", new StartPage(item, begun(item, user), user.isStaff()));
        return "hall/start";
    }

    @PostMapping
    String start(@PathVariable String code, @RequestParam(defaultValue = "false") boolean another, CurrentUser user) {
        var item = require(code);
        if (user.isStaff() || (!another && !begun(item, user).isEmpty())) {
            return "redirect:/items/" + item.code().value() + "/application";
        }
        var start = new Drafts.Start(item.code(), item.division(), Channel.ONLINE, null);
        return "redirect:/applications/" + drafts.create(start, user).value();
    }

    private ServiceItem require(String code) {
        var item = ItemCode.check(code).valid().flatMap(items::find);
        if (item.isEmpty() || procedures.findByItem(item.get().code()).isEmpty()) {
            throw new ProblemException(CaseworkProblem.ITEM_WITHOUT_PROCEDURE, code);
        }
        return item.get();
    }

    private List<Draft> begun(ServiceItem item, CurrentUser user) {
        return drafts.listMine(item.code(), user);
    }
}
