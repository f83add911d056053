package org.zhengtong.base.certificates.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.TrustServices;

/** What other programs fetch to check certificates and to get time stamps; its addresses stand in each certificate. */
@Controller
@RequestMapping("/trust")
class PublishedController {

    private static final String STATUS_ANSWER = "application/ocsp-response";
    private static final String STAMP = "application/timestamp-reply";

    private final TrustServices services;

    PublishedController(TrustServices services) {
        this.services = services;
    }

    @GetMapping("/authorities/{alias}.cer")
    ResponseEntity<byte[]> authority(@PathVariable String alias) {
        return file(services.authority(alias), "application/pkix-cert", Duration.ofDays(1));
    }

    @GetMapping("/revocations/{alias}.crl")
    ResponseEntity<byte[]> revocationList(@PathVariable String alias) {
        return file(services.revocationList(alias), "application/pkix-crl", Duration.ofMinutes(5));
    }

    private static ResponseEntity<byte[]> file(Optional<byte[]> content, String type, Duration fresh) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(fresh).cachePublic())
                .contentType(MediaType.parseMediaType(type))
                .body(content.orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND)));
    }

    @PostMapping("/ocsp")
    ResponseEntity<byte[]> status(HttpServletRequest request) throws IOException {
        return answer(services.statusAnswer(body(request)), STATUS_ANSWER);
    }

    /** The question in the address, in Base64 (RFC 6960 appendix A.1); what is not Base64 is a malformed question. */
    @GetMapping("/ocsp/{*question}")
    ResponseEntity<byte[]> status(@PathVariable String question) {
        return answer(services.statusAnswer(decoded(question.substring(1))), STATUS_ANSWER);
    }

    private static byte[] decoded(String base64) {
        try {
            return base64.length() > 2 * TrustServices.LONGEST_QUESTION
                    ? new byte[0]
                    : Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @PostMapping("/time-stamps")
    ResponseEntity<byte[]> stamp(HttpServletRequest request) throws IOException {
        return answer(services.timeStamp(body(request)), STAMP);
    }

    /** One byte more than is read shows that there is too much. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(TrustServices.LONGEST_QUESTION + 1);
    }

    private static ResponseEntity<byte[]> answer(byte[] content, String type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type))
                .body(content);
    }

    /** Anybody may ask. */
    @Component
    static class Paths implements PublicPaths {

        @Override
        public List<String> pages() {
            return List.of("/trust/authorities/{file}", "/trust/revocations/{file}", "/trust/ocsp/**");
        }
    }
}
