package org.zhengtong.service.appointments.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.appointments.Appointments;
import org.zhengtong.service.appointments.AppointmentsProblem;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;
import org.zhengtong.service.appointments.Queue;

/** The counter: gives out tickets, calls, and says when somebody is done. */
@Controller
class QueueController {

    static final String SERVE = "appointments.serve_counter";
    private static final String QUEUE = "/staff/queue/{hall}";

    private final Appointments appointments;
    private final Queue queue;
    private final Permissions permissions;

    QueueController(Appointments appointments, Queue queue, Permissions permissions) {
        this.appointments = appointments;
        this.queue = queue;
        this.permissions = permissions;
    }

    /** The first hall the user serves. */
    @GetMapping("/staff/queue")
    String first(CurrentUser user) {
        permissions.require(user, SERVE);
        return appointments.halls().stream()
                .filter(hall -> permissions.may(user, SERVE, hall.department()))
                .findFirst()
                .map(hall -> "redirect:/staff/queue/" + hall.code())
                .orElseThrow(() -> new ProblemException(AppointmentsProblem.HALL_NOT_FOUND));
    }

    @GetMapping(QUEUE)
    ModelAndView show(@PathVariable String hall, @ModelAttribute CounterForm form, CurrentUser user) {
        return new ModelAndView("appointments/queue", "page", page(require(hall, user), form, ""));
    }

    private Hall require(String code, CurrentUser user) {
        var hall = appointments.requireHall(code);
        permissions.require(user, SERVE, hall.department());
        return hall;
    }

    private QueuePage page(Hall hall, CounterForm form, String fault) {
        return new QueuePage(hall, form, queue.waiting(hall), queue.called(hall), fault);
    }

    @PostMapping(QUEUE + "/arrivals")
    ModelAndView arrive(@PathVariable String hall, @ModelAttribute CounterForm form, CurrentUser user) {
        var found = require(hall, user);
        var code = form.typed().replace(" ", "").toUpperCase(Locale.ROOT);
        return queue.arrive(found, code, user).isPresent()
                ? back(found, form)
                : refused(found, form, "appointments.fault.code");
    }

    @PostMapping(QUEUE + "/tickets")
    ModelAndView walkIn(@PathVariable String hall, @ModelAttribute CounterForm form, CurrentUser user) {
        var found = require(hall, user);
        var business = form.business() == null ? Optional.<Business>empty() : found.business(form.business());
        if (business.isEmpty()) {
            return refused(found, form, "appointments.fault.business");
        }
        queue.walkIn(found, business.get(), user);
        return back(found, form);
    }

    @PostMapping(QUEUE + "/calls")
    ModelAndView next(@PathVariable String hall, @ModelAttribute CounterForm form, CurrentUser user) {
        var found = require(hall, user);
        if (form.counterName().isEmpty()) {
            return refused(found, form, "appointments.fault.counter");
        }
        var only = form.only() == null ? null : found.business(form.only()).orElse(null);
        return queue.next(found, form.counterName(), only, user).isPresent()
                ? back(found, form)
                : refused(found, form, "appointments.fault.nobody");
    }

    @PostMapping(QUEUE + "/tickets/{ticket}")
    ModelAndView act(
            @PathVariable String hall, @PathVariable long ticket, @ModelAttribute CounterForm form, CurrentUser user) {
        var found = require(hall, user);
        var act = Arrays.stream(Queue.Act.values())
                .filter(one -> one.name().equals(form.act()))
                .findFirst();
        var done = act.isPresent()
                ? queue.act(found, ticket, act.get(), user)
                : form.to() != null
                        && found.business(form.to())
                                .filter(business -> queue.transfer(found, ticket, business, user))
                                .isPresent();
        return done ? back(found, form) : refused(found, form, "appointments.fault.ticket");
    }

    private static ModelAndView back(Hall hall, CounterForm form) {
        return new ModelAndView("redirect:/staff/queue/" + hall.code() + "?counter="
                + UriUtils.encode(form.counterName(), StandardCharsets.UTF_8) + "&only="
                + hall.business(form.only() == null ? "" : form.only())
                        .map(Business::code)
                        .orElse(""));
    }

    private ModelAndView refused(Hall hall, CounterForm form, String fault) {
        var view = new ModelAndView("appointments/queue", "page", page(hall, form, fault));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
