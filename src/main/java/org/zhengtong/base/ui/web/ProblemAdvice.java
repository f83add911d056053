package org.zhengtong.base.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemCode;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Shell;

/** Turns every failure into a page that says what happened, whether something is lost, and what to do. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ShellInterceptor shells;

    ProblemAdvice(ShellInterceptor shells) {
        this.shells = shells;
    }

    @ExceptionHandler
    ModelAndView problem(ProblemException failure, HttpServletRequest request, HttpServletResponse response) {
        return page(failure.problem(), failure.details(), failure, request, response);
    }

    @ExceptionHandler
    ModelAndView tooLarge(
            MaxUploadSizeExceededException failure, HttpServletRequest request, HttpServletResponse response) {
        return page(CommonProblem.TOO_LARGE, List.of(), failure, request, response);
    }

    @ExceptionHandler
    ModelAndView other(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof org.springframework.security.access.AccessDeniedException
                || failure instanceof org.springframework.security.core.AuthenticationException) {
            throw failure;
        }
        if (failure instanceof ErrorResponse answer) {
            var status = answer.getStatusCode().value();
            var problem = status == 404 ? CommonProblem.PAGE_NOT_FOUND : CommonProblem.BAD_REQUEST;
            return page(problem, List.of(), failure, request, response);
        }
        var badValue = failure instanceof org.springframework.beans.TypeMismatchException;
        return page(
                badValue ? CommonProblem.BAD_REQUEST : CommonProblem.UNEXPECTED, List.of(), failure, request, response);
    }

    private ModelAndView page(
            ProblemCode problem,
            List<Object> details,
            Exception failure,
            HttpServletRequest request,
            HttpServletResponse response) {
        var number = "E-%04X".formatted(ThreadLocalRandom.current().nextInt(0x10000));
        if (problem.status() >= 500) {
            LOG.error("{} {} {}", number, problem.code(), request.getRequestURI(), failure);
        } else {
            LOG.info("{} {} {}", number, problem.code(), request.getRequestURI());
        }
        var shell = shells.shell(request);
        response.setStatus(problem.status());
        var view = new ModelAndView("ui/problem");
        view.addObject("shell", shell);
        view.addObject("page", page(shell, problem, details.toArray(), number));
        return view;
    }

    static ProblemPage page(Shell shell, ProblemCode problem, Object[] details, String number) {
        var key = "problem." + problem.code().toLowerCase(Locale.ROOT);
        var standard = problem.status() >= 500 ? "ui.problem.mend.ours" : "ui.problem.mend.yours";
        return new ProblemPage(
                problem.status(),
                shell.sayOr(shell.say("problem.problem.unexpected"), key, details),
                shell.sayOr(shell.say(standard), key + ".mend", details),
                number);
    }
}
