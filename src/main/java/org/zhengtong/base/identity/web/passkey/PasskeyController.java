package org.zhengtong.base.identity.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.Passkeys;
import org.zhengtong.base.identity.internal.device.DeviceName;
import org.zhengtong.base.identity.web.Faults;
import org.zhengtong.base.ui.FieldFault;

/** Adding, naming and removing one's own passkeys. */
@Controller
@RequestMapping("/account/passkeys")
class PasskeyController {
    private static final String BACK = "redirect:/account/passkeys";
    private static final Set<String> DONE = Set.of("added", "renamed", "removed", "restored", "too-late");

    private final Passkeys passkeys;
    private final SiteOfRequest sites;
    private final Faults faults;

    PasskeyController(Passkeys passkeys, SiteOfRequest sites, Faults faults) {
        this.passkeys = passkeys;
        this.sites = sites;
        this.faults = faults;
    }

    @GetMapping
    String list(
            CurrentUser user,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long passkey,
            HttpServletRequest request,
            Model model) {
        return show(user, DONE.contains(done) ? done : null, passkey, List.of(), request, model);
    }

    private String show(
            CurrentUser user,
            @Nullable String done,
            long removed,
            List<FieldFault> errors,
            HttpServletRequest request,
            Model model) {
        var agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        model.addAttribute(
                "page", new PasskeysPage(passkeys.list(user.id()), done, removed, DeviceName.of(agent), errors));
        return "identity/passkeys";
    }

    @PostMapping("/options")
    ResponseEntity<String> options(CurrentUser user, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.creationOptions(user, sites.of(request)));
    }

    @PostMapping
    String add(
            CurrentUser user,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var key = name.isBlank()
                ? "identity.passkey.name-missing"
                : answer.isEmpty()
                        ? "identity.passkey.no-answer"
                        : switch (passkeys.add(user, name, answer, sites.of(request))) {
                            case ADDED -> "";
                            case REFUSED -> "identity.passkey.refused";
                            case KNOWN -> "identity.passkey.known";
                        };
        if (key.isEmpty()) {
            return BACK + "?done=added";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(user, null, 0, List.of(faults.of(request, "name", key)), request, model);
    }

    @PostMapping("/{id}/name")
    String rename(CurrentUser user, @PathVariable long id, @RequestParam(defaultValue = "") String newName) {
        passkeys.rename(user, id, newName);
        return BACK + "?done=renamed";
    }

    @PostMapping("/{id}/removal")
    String remove(CurrentUser user, @PathVariable long id) {
        passkeys.remove(user, id);
        return BACK + "?done=removed&passkey=" + id;
    }

    @PostMapping("/{id}/restoration")
    String restore(CurrentUser user, @PathVariable long id) {
        return BACK + (passkeys.restore(user, id) ? "?done=restored" : "?done=too-late");
    }
}
