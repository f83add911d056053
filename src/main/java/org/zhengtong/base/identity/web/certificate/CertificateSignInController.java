package org.zhengtong.base.identity.web.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CertificateSignIn;
import org.zhengtong.base.identity.CertificateSignIn.Outcome;
import org.zhengtong.base.identity.SignInMethod;
import org.zhengtong.base.identity.web.Faults;
import org.zhengtong.base.identity.web.LocalPath;
import org.zhengtong.base.identity.web.SignInGate;
import org.zhengtong.base.ui.FieldFault;

/** Signing in by a certificate: by a script of the page with a key from a file, or by any tool that signs. */
@Controller
@RequestMapping("/sign-in/certificate")
class CertificateSignInController {

    /** What the form sends. */
    record AnswerForm(
            @Nullable String challenge,
            @Nullable String certificate,
            @Nullable String signature,
            @Nullable String next) {

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        UUID id() {
            try {
                return UUID.fromString(text(challenge));
            } catch (IllegalArgumentException forged) {
                return new UUID(0, 0);
            }
        }
    }

    private final CertificateSignIn certificates;
    private final SignInGate gate;
    private final Faults faults;

    CertificateSignInController(CertificateSignIn certificates, SignInGate gate, Faults faults) {
        this.certificates = certificates;
        this.gate = gate;
        this.faults = faults;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String next, Model model) {
        return show("", next, List.of(), model);
    }

    private String show(String certificate, String next, List<FieldFault> errors, Model model) {
        model.addAttribute(
                "page", new CertificatePage(certificates.challenge(), certificate, LocalPath.or(next, ""), errors));
        return "identity/certificate";
    }

    @PostMapping
    String signIn(AnswerForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var next = AnswerForm.text(form.next());
        var certificate = AnswerForm.text(form.certificate());
        return switch (certificates.prove(form.id(), certificate, AnswerForm.text(form.signature()))) {
            case Outcome.SignedIn(var account) ->
                "redirect:" + gate.enter(request, response, account, SignInMethod.CERTIFICATE, next);
            case Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var fault = faults.of(request, "signature", "trust.proof." + reason);
                yield show(certificate, next, List.of(fault), model);
            }
            case Outcome.NoAccount none -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var fault = faults.of(request, "signature", "identity.certificate.no-account");
                yield show(certificate, next, List.of(fault), model);
            }
        };
    }
}
