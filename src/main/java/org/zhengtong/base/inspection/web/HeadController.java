package org.zhengtong.base.inspection.web;

import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.base.inspection.InspectionProblem;
import org.zhengtong.base.inspection.web.ProofDocument.ConsistencyDocument;
import org.zhengtong.base.inspection.web.ProofDocument.HeadDocument;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Signer;

/** Signed tree heads for everybody: who keeps them can prove later that the log was not rewritten. */
@Controller
class HeadController {

    private static final String LATEST = "/log/heads/latest";
    private static final String CONSISTENCY = "/log/consistency";

    private final AuditProofs proofs;
    private final Signer signer;

    HeadController(AuditProofs proofs, Signer signer) {
        this.proofs = proofs;
        this.signer = signer;
    }

    @GetMapping(LATEST)
    ResponseEntity<HeadDocument> latest() {
        var head = proofs.latestHead().orElseThrow(() -> new ProblemException(InspectionProblem.NO_HEAD));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(HeadDocument.of(head, signer));
    }

    /** Proof that the log only grew since it had {@code size} entries. */
    @GetMapping(CONSISTENCY)
    ResponseEntity<ConsistencyDocument> consistency(@RequestParam long size) {
        var proof = proofs.consistencyFrom(size)
                .orElseThrow(() -> new ProblemException(InspectionProblem.NO_SUCH_SIZE, size));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(ConsistencyDocument.of(proof, signer));
    }

    /** Anybody may ask. */
    @Component
    static class Paths implements PublicPaths {

        @Override
        public List<String> pages() {
            return List.of(LATEST, CONSISTENCY);
        }
    }
}
