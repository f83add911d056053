package org.zhengtong.data.sharing.web.grant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Grants.Stop;
import org.zhengtong.data.sharing.web.SharingNames;

/** Kill switches (全部停用): for one register by its holder, for everything by the administrator; each can be undone. */
@Controller
@RequestMapping("/staff/sharing/stops")
class StopsController {

    private static final int LONGEST = 500;

    private final Grants grants;
    private final Registers registers;
    private final SharingNames names;

    StopsController(Grants grants, Registers registers, SharingNames names) {
        this.grants = grants;
        this.registers = registers;
        this.names = names;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String done, CurrentUser user) {
        return page(List.of(), List.of("stopped", "lifted").contains(done) ? done : "", user);
    }

    private ModelAndView page(List<FieldFault> errors, String done, CurrentUser user) {
        var stops = grants.stops();
        var lines = registers.list().stream()
                .map(register -> new GrantPages.StopLine(
                        register,
                        names.department(register.facts().holder()),
                        find(stops, register.code()),
                        grants.mayStop(register.code(), user)))
                .filter(line -> line.may() || line.stop() != null)
                .toList();
        var view = new ModelAndView("sharing/stops");
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var page = new GrantPages.StopsPage(lines, find(stops, null), grants.mayStop(null, user), errors, done);
        return view.addObject("page", page);
    }

    private static @Nullable Stop find(List<Stop> stops, @Nullable RegisterCode register) {
        return stops.stream()
                .filter(stop -> java.util.Objects.equals(stop.register(), register))
                .findFirst()
                .orElse(null);
    }

    @PostMapping
    ModelAndView stop(
            @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Shell shell) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            var field = "reason-" + (register.isEmpty() ? "everything" : register);
            return page(List.of(new FieldFault(field, shell.say("sharing.fault.reason"))), "", user);
        }
        grants.stop(code(register), reason.strip(), user);
        return new ModelAndView("redirect:/staff/sharing/stops?done=stopped");
    }

    private static @Nullable RegisterCode code(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!RegisterCode.fits(text)) {
            throw new ProblemException(RegistersProblem.REGISTER_NOT_FOUND, text);
        }
        return new RegisterCode(text);
    }

    @PostMapping("/lifting")
    ModelAndView lift(@RequestParam(defaultValue = "") String register, CurrentUser user) {
        grants.lift(code(register), user);
        return new ModelAndView("redirect:/staff/sharing/stops?done=lifted");
    }
}
