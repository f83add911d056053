package org.zhengtong.base.inspection.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.audit.WholeLogCheck;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.inspection.InspectionProblem;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Signer;

/** The audit log for auditors: search, one entry with its proof, export, recomputation. */
@Controller
@RequestMapping("/staff/audit")
class LogController {

    static final String VIEW_LOG = "audit.view_log";
    private static final int ROWS = 50;

    private final AuditProofs proofs;
    private final Permissions permissions;
    private final Signer signer;
    private final LogAccess access;
    private final Clock clock;

    LogController(AuditProofs proofs, Permissions permissions, Signer signer, LogAccess access, Clock clock) {
        this.proofs = proofs;
        this.permissions = permissions;
        this.signer = signer;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute LogSearchForm form, CurrentUser user, Model model) {
        permissions.require(user, VIEW_LOG);
        access.searched(user, form);
        model.addAttribute("page", page(form, null));
        return "inspection/log";
    }

    /** Recomputes the whole log. */
    @PostMapping("/check")
    String check(CurrentUser user, Model model) {
        permissions.require(user, VIEW_LOG);
        var form = new LogSearchForm(null, null, null, null, null, null, null);
        model.addAttribute("page", page(form, proofs.checkWholeLog()));
        return "inspection/log";
    }

    @GetMapping("/entries/{id}")
    String entry(@PathVariable String id, CurrentUser user, Model model) {
        permissions.require(user, VIEW_LOG);
        var entry = require(id);
        var proof = proofs.proofOf(entry.id()).orElse(null);
        model.addAttribute("page", new EntryPage(entry, proof, proof != null && proofs.verify(proof)));
        return "inspection/entry";
    }

    @GetMapping("/entries/{id}/proof.json")
    ResponseEntity<ProofDocument> proof(@PathVariable String id, CurrentUser user) {
        permissions.require(user, VIEW_LOG);
        var proof = proofs.proofOf(require(id).id())
                .orElseThrow(() -> new ProblemException(InspectionProblem.ENTRY_NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("proof-" + id + ".json"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(ProofDocument.of(proof, signer));
    }

    @GetMapping("/entries.csv")
    ResponseEntity<StreamingResponseBody> export(@ModelAttribute LogSearchForm form, CurrentUser user) {
        permissions.require(user, VIEW_LOG);
        access.exported(user, form.query(null));
        var export = new LogExport(proofs, form, clock.getZone());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("audit-log.csv"))
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(export::write);
    }

    /** The whole log for {@code verify-log}. */
    @GetMapping("/log.gz")
    ResponseEntity<StreamingResponseBody> wholeLog(CurrentUser user) {
        permissions.require(user, VIEW_LOG);
        access.exported(user, "log");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("zhengtong-audit-log.gz"))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(proofs::export);
    }

    private LogPage page(LogSearchForm form, @Nullable WholeLogCheck check) {
        var entries = proofs.search(form.query(clock.getZone(), ROWS + 1));
        var more = entries.size() > ROWS;
        return new LogPage(
                form,
                more ? entries.subList(0, ROWS) : entries,
                more,
                proofs.latestHead().orElse(null),
                check);
    }

    private AuditEntry require(String id) {
        try {
            return proofs.find(EntryId.of(id))
                    .orElseThrow(() -> new ProblemException(InspectionProblem.ENTRY_NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(InspectionProblem.ENTRY_NOT_FOUND);
        }
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
