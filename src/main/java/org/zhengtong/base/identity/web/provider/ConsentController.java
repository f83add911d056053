package org.zhengtong.base.identity.web.provider;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.ConnectedSystem;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.web.LocalPath;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.ContentPolicy;

/** Agreeing to a system, and taking it back. */
@Controller
class ConsentController {
    private static final String PROTOCOL = "/oauth2/authorize";
    private static final List<String> ASKED = List.of("profile");

    private final ConnectedSystems systems;

    ConsentController(ConnectedSystems systems) {
        this.systems = systems;
    }

    @GetMapping("/sign-in/consent")
    String ask(
            CurrentUser user,
            @RequestParam("client_id") String clientId,
            @RequestParam String scope,
            @RequestParam String state,
            HttpServletResponse response,
            Model model) {
        var system =
                systems.findOpen(clientId).orElseThrow(() -> new ProblemException(IdentityProblem.SYSTEM_NOT_FOUND));
        // Browsers measure the redirect after a form by the page's policy: the answer goes back to the system.
        response.setHeader("Content-Security-Policy", ContentPolicy.alsoSendingTo(origins(system)));
        var scopes = Stream.of(scope.split(" ")).filter(ASKED::contains).toList();
        model.addAttribute("page", new ConsentPage(system.name(), clientId, state, scopes, user.name()));
        return "identity/consent";
    }

    private static String origins(ConnectedSystem system) {
        return system.redirectUris().stream()
                .map(URI::create)
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** A page between the form of signing in and the system: a form may not lead to another site, a page may. */
    @GetMapping("/sign-in/onward")
    String onward(@RequestParam(defaultValue = "") String next, HttpServletResponse response, Model model) {
        var way = LocalPath.or(next, "/").startsWith(PROTOCOL) ? next : "/";
        response.setHeader("Refresh", "0;url=" + way);
        model.addAttribute("page", new OnwardPage(way));
        return "identity/onward";
    }

    @GetMapping("/account/systems")
    String list(CurrentUser user, @RequestParam(defaultValue = "false") boolean withdrawn, Model model) {
        model.addAttribute("page", new ConsentsPage(systems.consents(user.id()), withdrawn));
        return "identity/consents";
    }

    @PostMapping("/account/systems/{system}/withdrawal")
    String withdraw(CurrentUser user, @PathVariable long system) {
        systems.withdraw(user, system);
        return "redirect:/account/systems?withdrawn=true";
    }
}
