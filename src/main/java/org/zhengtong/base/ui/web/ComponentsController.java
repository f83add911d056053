package org.zhengtong.base.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.RulerDay;

/** Every component with its parameters, for who writes pages: in demonstration mode, and for administrators. */
@Controller
class ComponentsController {

    private static final String ADMINISTRATOR = "jobs.view_jobs";

    private final ShellInterceptor shells;

    ComponentsController(ShellInterceptor shells) {
        this.shells = shells;
    }

    @GetMapping("/ui/components")
    String components(HttpServletRequest request, Model model) {
        var shell = shells.shell(request);
        var user = shell.user();
        if (!shell.demo() && (user == null || !user.may(ADMINISTRATOR))) {
            throw new ProblemException(CommonProblem.PAGE_NOT_FOUND);
        }
        var today = shell.now().toLocalDate();
        var kinds = List.of("zero", "used", "today", "rest", "stop", "", "due");
        var days = new java.util.ArrayList<RulerDay>();
        for (var at = 0; at < kinds.size(); at++) {
            var kind = kinds.get(at);
            days.add(new RulerDay(
                    kind, shell.date(today.plusDays(at - 2)), kind.isEmpty() ? "–" : kind, kind.equals("today")));
        }
        model.addAttribute("page", new ComponentsPage(days));
        return "ui/components";
    }
}
