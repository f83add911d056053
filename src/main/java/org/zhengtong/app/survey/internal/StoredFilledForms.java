package org.zhengtong.app.survey.internal;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledFormId;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.app.survey.SurveyProblem;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import tools.jackson.databind.node.ObjectNode;

/** Filled forms in the database. */
@Service
class StoredFilledForms implements FilledForms {

    private final FilledFormStore store;
    private final FilledFormSearch search;
    private final FormAnswers answers;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Clock clock;

    StoredFilledForms(
            FilledFormStore store,
            FilledFormSearch search,
            FormAnswers answers,
            Permissions permissions,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.search = search;
        this.answers = answers;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public FilledFormId start(String formKey, ObjectNode given, CurrentUser by) {
        permissions.require(by, FILL_FORM);
        var form = answers.current(formKey);
        var department = by.department();
        var id = new FilledFormId(store.insert(new FilledFormStore.Beginning(
                formKey,
                form.number(),
                by.id().value(),
                by.name(),
                department == null ? null : department.value(),
                department == null ? "" : answers.departmentName(department),
                answers.label(formKey, form.number(), given),
                given,
                clock.instant())));
        record(by, "survey.start", id, formKey);
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public FilledForm require(FilledFormId id, CurrentUser by) {
        return visible(store.find(id).orElseThrow(() -> notFound(id)), by);
    }

    private FilledForm visible(FilledForm form, CurrentUser by) {
        if (own(form, by)) {
            return form;
        }
        var department = form.department();
        var seen = form.state() == FilledForm.State.SUBMITTED
                && (department == null
                        ? permissions.scopeOf(by, VIEW_FILLED_FORM).everything()
                        : permissions.may(by, VIEW_FILLED_FORM, new DepartmentId(department)));
        if (!seen) {
            throw notFound(form.id());
        }
        return form;
    }

    private static boolean own(FilledForm form, CurrentUser by) {
        return form.account() == by.id().value();
    }

    private static ProblemException notFound(FilledFormId id) {
        return new ProblemException(SurveyProblem.FILLED_FORM_NOT_FOUND, id.value());
    }

    @Override
    @Transactional(readOnly = true)
    public List<FilledForm> search(Wish wish, CurrentUser by) {
        return search.find(wish, by.id().value(), permissions.scopeOf(by, VIEW_FILLED_FORM));
    }

    @Override
    @Transactional
    public boolean save(FilledForm seen, ObjectNode given, @Nullable Undo undo, CurrentUser by) {
        requireOwn(seen, by);
        if (store.lock(seen.id()).orElseThrow(() -> notFound(seen.id())).state() != FilledForm.State.DRAFT) {
            throw new ProblemException(SurveyProblem.ALREADY_SUBMITTED);
        }
        return store.save(seen, given, answers.label(seen.formKey(), seen.formNumber(), given), undo, clock.instant());
    }

    private static void requireOwn(FilledForm form, CurrentUser by) {
        if (!own(form, by)) {
            throw notFound(form.id());
        }
    }

    @Override
    @Transactional
    public void undo(FilledForm seen, CurrentUser by) {
        requireOwn(seen, by);
        var page = seen.undoPage();
        store.undoAnswers(seen.id()).ifPresent(before -> {
            if (page != null) {
                var all = seen.answers().deepCopy();
                all.set(page, before);
                store.save(seen, all, seen.label(), null, clock.instant());
            }
        });
    }

    @Override
    @Transactional
    public boolean submit(FilledFormId id, CurrentUser by) {
        permissions.require(by, FILL_FORM);
        var form = store.lock(id).orElseThrow(() -> notFound(id));
        requireOwn(form, by);
        if (form.state() == FilledForm.State.SUBMITTED) {
            return true;
        }
        var settled = answers.complete(form);
        if (settled.isEmpty()) {
            return false;
        }
        store.submit(form, settled.get(), by.name(), clock.instant());
        record(by, "survey.submit", id, form.formKey());
        return true;
    }

    @Override
    @Transactional
    public void takeBack(FilledFormId id, CurrentUser by) {
        var form = store.lock(id).orElseThrow(() -> notFound(id));
        requireOwn(form, by);
        if (form.state() == FilledForm.State.SUBMITTED) {
            store.takeBack(id, clock.instant());
            record(by, "survey.take_back", id, form.formKey());
        }
    }

    @Override
    @Transactional
    public void remove(FilledFormId id, CurrentUser by) {
        if (!store.setRemoved(id, by.id().value(), clock.instant())) {
            throw notFound(id);
        }
        record(by, "survey.remove", id, null);
    }

    @Override
    @Transactional
    public void restore(FilledFormId id, CurrentUser by) {
        if (!store.setRemoved(id, by.id().value(), null)) {
            throw notFound(id);
        }
        record(by, "survey.restore", id, null);
    }

    private void record(CurrentUser by, String event, FilledFormId id, @Nullable String form) {
        audit.record(AuditAction.of(by.actor(), event, "filled-form", Long.toString(id.value()))
                .with("form", form));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Submission> submissions(FilledFormId id) {
        return store.submissions(id);
    }
}
