package org.zhengtong.base.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.problem.CommonProblem;

/** The error page for failures outside a controller: refused by security, too large, not found. */
@Controller
class ErrorPageController implements ErrorController {

    private final ShellInterceptor shells;

    ErrorPageController(ShellInterceptor shells) {
        this.shells = shells;
    }

    @RequestMapping("${server.error.path:/error}")
    String error(HttpServletRequest request, Model model) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var problem = CommonProblem.ofStatus(status);
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        var number = ProblemAdvice.logged(problem, cause, request);
        model.addAttribute("page", ProblemAdvice.page(shells.shell(request), problem, new Object[0], number));
        return "ui/problem";
    }
}
