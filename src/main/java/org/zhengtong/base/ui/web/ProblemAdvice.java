package org.zhengtong.base.ui.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
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
    private static final String RETRY_SECONDS = "30";

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
        return page(problem(failure), List.of(), failure, request, response);
    }

    /** What a page that nobody foresaw to fail has met. */
    private static CommonProblem problem(Exception failure) {
        return switch (failure) {
            case ErrorResponse answer ->
                CommonProblem.ofStatus(answer.getStatusCode().value());
            // the name of a field that no form has, such as q[0], and files without the borders between them
            case InvalidPropertyException _, TypeMismatchException _, MultipartException _ -> CommonProblem.BAD_REQUEST;
            case OptimisticLockingFailureException _, PessimisticLockingFailureException _ -> CommonProblem.CONFLICT;
            case DataAccessResourceFailureException _, CannotCreateTransactionException _ -> CommonProblem.UNAVAILABLE;
            default -> CommonProblem.UNEXPECTED;
        };
    }

    private ModelAndView page(
            ProblemCode problem,
            List<Object> details,
            Exception failure,
            HttpServletRequest request,
            HttpServletResponse response) {
        var number = logged(problem, failure, request);
        if (problem == CommonProblem.UNAVAILABLE || problem == CommonProblem.TOO_MANY) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        var shell = shells.shell(request);
        response.setStatus(problem.status());
        var view = new ModelAndView("ui/problem");
        view.addObject("shell", shell);
        view.addObject("page", page(shell, problem, details.toArray(), number));
        return view;
    }

    /** The number that stands on the page, and in the log beside what happened. */
    static String logged(ProblemCode problem, @Nullable Throwable failure, HttpServletRequest request) {
        var number = "E-%04X".formatted(ThreadLocalRandom.current().nextInt(0x10000));
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        if (problem.status() >= 500) {
            LOG.error("{} {} {}", number, problem.code(), path, failure);
        } else {
            LOG.info("{} {} {}", number, problem.code(), path);
        }
        return number;
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
