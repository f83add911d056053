package org.zhengtong.service.casework.internal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.LaneResult;
import tools.jackson.databind.node.ObjectNode;

/** The front door of reading: who may see a case, and what is recorded about it. */
@Service
class CaseReadingDesk implements CaseReading {

    private final CaseActions actions;
    private final CaseFileStore cases;
    private final CaseViews views;
    private final CaseSearch search;
    private final Readers readers;
    private final FileStorage files;
    private final Documents documents;

    CaseReadingDesk(
            CaseActions actions,
            CaseFileStore cases,
            CaseViews views,
            CaseSearch search,
            Readers readers,
            FileStorage files,
            Documents documents) {
        this.actions = actions;
        this.cases = cases;
        this.views = views;
        this.search = search;
        this.readers = readers;
        this.files = files;
        this.documents = documents;
    }

    @Override
    @Transactional
    public CaseView open(CaseNumber number, CurrentUser staff) {
        var loaded = actions.require(number);
        readers.admitStaff(loaded, staff);
        return views.view(loaded, staff);
    }

    @Override
    @Transactional(readOnly = true)
    public CaseView openMine(CaseNumber number, CurrentUser applicant) {
        var loaded = actions.require(number);
        readers.admitApplicant(loaded, applicant);
        return views.view(loaded, applicant);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Viewing> viewings(CaseNumber number, CurrentUser applicant) {
        readers.admitApplicant(actions.require(number), applicant);
        return readers.viewings(number);
    }

    @Override
    @Transactional(readOnly = true)
    public LookUpOutcome lookUp(String number, String mobileTail, String fromAddress) {
        var blockedUntil = readers.blockedUntil(fromAddress);
        if (blockedUntil != null) {
            return new LookUpOutcome.TooMany(blockedUntil);
        }
        return CaseNumber.parse(number)
                .flatMap(parsed -> cases.find(CaseKey.of(parsed)))
                .filter(loaded -> mobileTail.strip().length() == 4
                        && loaded.file().applicant().mobile().endsWith(mobileTail.strip()))
                .<LookUpOutcome>map(loaded -> {
                    var view = views.view(loaded, null);
                    return new LookUpOutcome.Found(view.file(), view.clocks(), view.lanes());
                })
                .orElseGet(LookUpOutcome.NotFound::new);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Summary> search(String text, CurrentUser staff) {
        if (text.isBlank()) {
            return List.of();
        }
        var scope = readers.scope(staff);
        return CaseNumber.parse(text)
                .map(number -> cases.find(CaseKey.of(number))
                        .filter(loaded -> readers.covers(scope, loaded))
                        .map(loaded -> search.withKey(loaded.key()))
                        .orElse(List.of()))
                .orElseGet(() -> search.matching(text.strip(), scope));
    }

    @Override
    @Transactional
    public StoredFile requireDocument(CaseNumber number, CaseView.DocumentKind kind, int serial, CurrentUser by) {
        var loaded = actions.require(number);
        readers.admit(loaded, by);
        if (kind.betweenDepartments() && !by.isStaff()) {
            throw new ProblemException(CaseworkProblem.DOCUMENT_NOT_FOUND, number.value());
        }
        return documents.require(loaded, kind, serial);
    }

    @Override
    @Transactional
    public StoredFile requireMaterial(CaseNumber number, FileId file, CurrentUser by) {
        var loaded = actions.require(number);
        readers.admit(loaded, by);
        return files.require(file, loaded.file().files());
    }

    @Override
    @Transactional(readOnly = true)
    public StoredFile peekMaterial(CaseNumber number, FileId file, CurrentUser staff) {
        var loaded = actions.require(number);
        readers.requireStaff(loaded, staff);
        return files.require(file, loaded.file().files());
    }

    @Override
    @Transactional(readOnly = true)
    public CaseFile requireFile(CaseNumber number) {
        return actions.require(number).file();
    }

    @Override
    @Transactional(readOnly = true)
    public List<LaneResult> requireResults(CaseNumber number) {
        return actions.require(number).granted();
    }

    @Override
    @Transactional(readOnly = true)
    public ObjectNode requireAnswers(CaseNumber number) {
        return cases.requireAnswers(actions.require(number).key()).answers();
    }
}
