package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReopenings;
import org.zhengtong.service.casework.Reopening;

/** The front door of reopening cases; a paper is kept before the transaction that registers it. */
@Service
class ReopeningDesk implements CaseReopenings {

    private final Reopenings reopenings;
    private final Lanes lanes;
    private final Rights rights;
    private final Permissions permissions;
    private final FileStorage files;
    private final TransactionOperations transaction;

    ReopeningDesk(
            Reopenings reopenings,
            Lanes lanes,
            Rights rights,
            Permissions permissions,
            FileStorage files,
            TransactionOperations transaction) {
        this.reopenings = reopenings;
        this.lanes = lanes;
        this.rights = rights;
        this.permissions = permissions;
        this.files = files;
        this.transaction = transaction;
    }

    @Override
    public RegisterOutcome register(CaseNumber number, Register register, @Nullable Upload file, CurrentUser by) {
        var loaded = reopenings.require(number);
        var refusal = reopenings.refusal(loaded, register, by);
        if (refusal != null) {
            return new RegisterOutcome.Answered(refusal);
        }
        if (file == null) {
            return new RegisterOutcome.Answered(new CaseOutcome.DecisionIncomplete("file"));
        }
        var owner = loaded.file().files();
        var upload = new FileUpload(
                file.name(), file.type(), file.content(), owner, by.id().toString());
        return switch (files.store(upload, FileRules.PAPERS)) {
            case StoreOutcome.Refused no -> new RegisterOutcome.FileRefused(no.textKey(), no.args());
            case StoreOutcome.Stored kept -> {
                var paper = new Reopening.Paper(
                        kept.file().id().toString(), kept.file().name());
                var outcome = Objects.requireNonNull(
                        transaction.execute(status -> reopenings.register(number, register, paper, by)));
                if (!(outcome instanceof CaseOutcome.Done)) {
                    files.release(FileId.of(paper.file()), owner);
                }
                yield new RegisterOutcome.Answered(outcome);
            }
        };
    }

    @Override
    @Transactional
    public CaseOutcome confirm(CaseNumber number, int serial, CurrentUser by) {
        return reopenings.confirm(number, serial, by);
    }

    @Override
    @Transactional
    public CaseOutcome refuse(CaseNumber number, int serial, String reason, CurrentUser by) {
        return reopenings.refuse(number, serial, reason, by);
    }

    @Override
    public boolean mayRegister(CaseFile file, CurrentUser by) {
        return file.handledAt() == null && rights.leads(by, file);
    }

    @Override
    public boolean mayConfirm(CaseFile file, CurrentUser by) {
        return file.handledAt() == null && permissions.may(by, CaseLimits.APPROVE, file.leadDepartment());
    }

    @Override
    public List<Place> places(CaseNumber number, CurrentUser by) {
        var loaded = reopenings.require(number);
        rights.requireView(by, loaded);
        var results = loaded.results();
        return reopenings.places(loaded).stream()
                .map(step -> {
                    var known = loaded.procedure().step(step);
                    var department = loaded.tasks().stream()
                            .filter(task -> task.step().equals(step))
                            .reduce((_, last) -> last)
                            .orElseThrow()
                            .department();
                    return new Place(
                            step, known.title(), lanes.name(department), Boolean.TRUE.equals(results.get(step)));
                })
                .toList();
    }
}
