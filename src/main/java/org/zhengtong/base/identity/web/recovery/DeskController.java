package org.zhengtong.base.identity.web.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.RealNameDocument;
import org.zhengtong.base.identity.RealNames;
import org.zhengtong.base.identity.Recovery;
import org.zhengtong.base.identity.web.Faults;
import org.zhengtong.base.print.QrDrawing;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.NodeMode;

/**
 * The counter's desk for accounts. It finds one account by its whole number and lists none; the number travels in the body of
 * forms, so that it stands in no address and no log.
 */
@Controller
@RequestMapping("/staff/accounts")
class DeskController {

    private final Recovery recovery;
    private final RealNames realNames;
    private final Faults faults;
    private final NodeMode mode;

    DeskController(Recovery recovery, RealNames realNames, Faults faults, NodeMode mode) {
        this.recovery = recovery;
        this.realNames = realNames;
        this.faults = faults;
        this.mode = mode;
    }

    @GetMapping
    String page(CurrentUser user, Model model) {
        if (!user.may(Recovery.RECOVER) && !user.may(RealNames.VERIFY)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        return show(user, "", Shown.NOTHING, model);
    }

    /** What a page shows besides the account. */
    private record Shown(
            Optional<Recovery.Found> found,
            @Nullable String done,
            @Nullable String link,
            List<FieldFault> errors) {
        static final Shown NOTHING = new Shown(Optional.empty(), null, null, List.of());

        static Shown of(Recovery.Found found, @Nullable String done) {
            return new Shown(Optional.of(found), done, null, List.of());
        }
    }

    private String show(CurrentUser user, String number, Shown shown, Model model) {
        var found = shown.found.orElse(null);
        var link = shown.link == null ? null : mode.publicUrl() + shown.link;
        model.addAttribute(
                "page",
                new DeskPage(
                        number,
                        found,
                        found == null ? null : realNames.find(found.account()).orElse(null),
                        shown.done,
                        link,
                        link == null ? null : QrDrawing.of(link),
                        user.may(RealNames.VERIFY),
                        user.may(Recovery.RECOVER),
                        shown.errors));
        return "identity/desk";
    }

    @PostMapping
    String find(
            CurrentUser user,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = recovery.find(user, number);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var fault = faults.of(request, "number", "identity.desk.not-found");
            return show(user, number, new Shown(found, null, null, List.of(fault)), model);
        }
        return show(user, number, Shown.of(found.get(), null), model);
    }

    @PostMapping("/real-name")
    String verify(
            CurrentUser user,
            @RequestParam String number,
            @RequestParam(required = false) @Nullable RealNameDocument document,
            @RequestParam(defaultValue = "false") boolean seen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = require(user, number);
        if (document == null || !seen) {
            return refuse(user, number, found, faults.of(request, "seen", "identity.desk.unseen"), response, model);
        }
        realNames.verifyAtCounter(user, found.account(), document);
        return show(user, number, Shown.of(found, "verified"), model);
    }

    private Recovery.Found require(CurrentUser user, String number) {
        return recovery.find(user, number).orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_NOT_FOUND));
    }

    private String refuse(
            CurrentUser user,
            String number,
            Recovery.Found found,
            FieldFault fault,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(user, number, new Shown(Optional.of(found), null, null, List.of(fault)), model);
    }

    @PostMapping("/real-name/withdrawal")
    String withdraw(
            CurrentUser user, @RequestParam String number, @RequestParam(defaultValue = "") String why, Model model) {
        var found = require(user, number);
        realNames.withdraw(user, found.account(), why);
        return show(user, number, Shown.of(found, "withdrawn"), model);
    }

    /** Shows the link once, on the answer to the form. */
    @PostMapping("/recovery")
    String recover(
            CurrentUser user,
            @RequestParam String number,
            @RequestParam(required = false) @Nullable RealNameDocument recoveryDocument,
            @RequestParam(defaultValue = "false") boolean recoverySeen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = require(user, number);
        if (recoveryDocument == null || !recoverySeen) {
            var fault = faults.of(request, "recoverySeen", "identity.desk.unseen");
            return refuse(user, number, found, fault, response, model);
        }
        var link = recovery.linkAtCounter(user, found.account(), recoveryDocument);
        return show(user, number, new Shown(Optional.of(found), null, link, List.of()), model);
    }
}
