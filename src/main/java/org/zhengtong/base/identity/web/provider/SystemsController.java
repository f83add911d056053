package org.zhengtong.base.identity.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.ConnectedSystem;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.identity.ConnectedSystems.Outcome;
import org.zhengtong.base.identity.ConnectedSystems.Typed;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.web.Faults;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;

/** Connecting other systems; for the system administrator. */
@Controller
@RequestMapping("/staff/systems")
class SystemsController {
    private static final Typed EMPTY = new Typed("", "", "", true);
    private static final Set<String> DONE = Set.of("closed", "reopened");

    private final ConnectedSystems systems;
    private final Faults faults;
    private final Texts texts;
    private final NodeMode mode;

    SystemsController(ConnectedSystems systems, Faults faults, Texts texts, NodeMode mode) {
        this.systems = systems;
        this.faults = faults;
        this.texts = texts;
        this.mode = mode;
    }

    @GetMapping
    String list(
            CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long system,
            Model model) {
        require(user);
        var page = new SystemsPage(
                systems.search(text),
                text,
                mode.publicUrl(),
                EMPTY,
                null,
                DONE.contains(done) ? done : null,
                system,
                List.of());
        model.addAttribute("page", page);
        return "identity/systems";
    }

    private static void require(CurrentUser user) {
        if (!user.may(ConnectedSystems.CONNECT)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
    }

    @GetMapping("/export.csv")
    void export(
            CurrentUser user,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        require(user);
        var locale = Appearance.of(request).locale();
        var heads = Stream.of("name", "client", "redirects", "logouts", "since")
                .map(column -> texts.say(locale, "identity.system." + column))
                .toList();
        CsvExport.send(
                response, "systems.csv", heads, systems.search(text).stream().map(SystemsController::cells));
    }

    private static List<String> cells(ConnectedSystem system) {
        return List.of(
                system.name(),
                system.clientId(),
                String.join("\n", system.redirectUris()),
                String.join("\n", system.logoutUris()),
                system.createdAt().toString());
    }

    @PostMapping
    String connect(
            CurrentUser user, Typed typed, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (systems.connect(user, typed)) {
            case Outcome.Connected(var system, var secret) -> tell(system, secret, model);
            case Outcome.Refused(var refusals) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(typed, null, faults.of(request, refusals), model);
            }
        };
    }

    /** Told on the answer to the form alone: a secret stands in no address and no log. */
    private String tell(ConnectedSystem system, String secret, Model model) {
        return show(EMPTY, new SystemsPage.Told(system.name(), system.clientId(), secret), List.of(), model);
    }

    private String show(Typed typed, SystemsPage.@Nullable Told told, List<FieldFault> errors, Model model) {
        model.addAttribute(
                "page", new SystemsPage(systems.search(""), "", mode.publicUrl(), typed, told, null, 0, errors));
        return "identity/systems";
    }

    @PostMapping("/{id}/secret")
    String renewSecret(CurrentUser user, @PathVariable long id, Model model) {
        var secret = systems.renewSecret(user, id);
        var system = systems.search("").stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new ProblemException(IdentityProblem.SYSTEM_NOT_FOUND));
        return tell(system, secret, model);
    }

    @PostMapping("/{id}/closure")
    String close(CurrentUser user, @PathVariable long id) {
        systems.close(user, id);
        return "redirect:/staff/systems?done=closed&system=" + id;
    }

    @PostMapping("/{id}/reopening")
    String reopen(CurrentUser user, @PathVariable long id) {
        systems.reopen(user, id);
        return "redirect:/staff/systems?done=reopened&system=" + id;
    }
}
