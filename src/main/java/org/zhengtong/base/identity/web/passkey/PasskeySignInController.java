package org.zhengtong.base.identity.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.identity.Passkeys;
import org.zhengtong.base.identity.SignInMethod;
import org.zhengtong.base.identity.web.LocalPath;
import org.zhengtong.base.identity.web.SignInGate;

/** Signing in by a passkey. */
@Controller
class PasskeySignInController {

    private final Passkeys passkeys;
    private final SiteOfRequest sites;
    private final SignInGate gate;

    PasskeySignInController(Passkeys passkeys, SiteOfRequest sites, SignInGate gate) {
        this.passkeys = passkeys;
        this.sites = sites;
        this.gate = gate;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.requestOptions(sites.of(request)));
    }

    @PostMapping("/sign-in/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return passkeys.prove(answer, sites.of(request))
                .map(account -> "redirect:" + gate.enter(request, response, account, SignInMethod.PASSKEY, next))
                .orElseGet(() -> "redirect:"
                        + UriComponentsBuilder.fromPath("/sign-in")
                                .queryParam("refused", "passkey")
                                .queryParam("next", "{next}")
                                .encode()
                                .buildAndExpand(LocalPath.or(next, ""))
                                .toUriString());
    }
}
