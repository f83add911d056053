package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseMoved;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseworkProblem;

/**
 * Makes the sealed PDF of a legal document when it is first asked for, or by the job that follows the actions. What it says
 * was settled by the action; making it is no part of any transaction.
 */
@Component
class Documents {

    private static final FileRules PDF_ONLY =
            new FileRules(Set.of(MediaType.APPLICATION_PDF), FileRules.USUAL_BYTES, 10);

    private final DocumentStore store;
    private final CaseFileStore cases;
    private final DocumentSheet sheet;
    private final FileStorage files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Documents(
            DocumentStore store,
            CaseFileStore cases,
            DocumentSheet sheet,
            FileStorage files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.sheet = sheet;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    StoredFile require(LoadedCase loaded, DocumentKind kind, int serial) {
        var row = store.find(loaded.key(), kind, serial)
                .orElseThrow(() -> new ProblemException(
                        CaseworkProblem.DOCUMENT_NOT_FOUND,
                        loaded.file().number().value()));
        return row.file() == null
                ? make(loaded, row)
                : files.require(FileId.of(row.file()), loaded.file().files());
    }

    private StoredFile make(LoadedCase loaded, DocumentStore.Row row) {
        var owner = loaded.file().files();
        var pdf = sheet.sealed(loaded, row);
        var name = DocumentNumbers.of(loaded.file().number(), row.kind(), row.serial()) + ".pdf";
        var upload =
                new FileUpload(name, MediaType.APPLICATION_PDF_VALUE, new ByteArrayResource(pdf), owner, "casework");
        var stored = switch (files.store(upload, PDF_ONLY)) {
            case StoreOutcome.Stored kept -> kept.file();
            case StoreOutcome.Refused refused ->
                throw new IllegalStateException("The document " + name + " was not kept: " + refused.textKey());
        };
        if (store.keep(row, stored.id())) {
            var file = loaded.file();
            events.publishEvent(
                    new CaseMoved(file.number(), file.handledAt(), CaseMoved.Move.CHANGED, clock.instant(), ""));
            return stored;
        }
        files.release(stored.id(), owner);
        return require(loaded, row.kind(), row.serial());
    }

    /** Makes documents that nobody has opened yet; returns how many. */
    int makeWaiting(int limit) {
        var waiting = store.unmade(limit);
        for (var unmade : waiting) {
            cases.find(unmade.caseId()).ifPresent(loaded -> require(loaded, unmade.kind(), unmade.serial()));
        }
        return waiting.size();
    }
}
