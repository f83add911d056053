package org.zhengtong.app.survey.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.app.survey.FormLibrary;
import org.zhengtong.app.survey.LibraryForm;
import org.zhengtong.app.survey.PublishOutcome;
import org.zhengtong.app.survey.SurveyProblem;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Forms;

/** The library in the database. */
@Service
class StoredLibrary implements FormLibrary {

    private final FormStore store;
    private final Forms forms;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Clock clock;

    StoredLibrary(FormStore store, Forms forms, Permissions permissions, AuditLog audit, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<LibraryForm> search(String text) {
        return store.search(text.strip());
    }

    @Override
    public Optional<LibraryForm> find(String key) {
        return store.find(key);
    }

    @Override
    public List<LibraryForm> versions(String key) {
        return store.versions(key);
    }

    @Override
    public FormSchema form(String key, int number) {
        return store.source(key, number)
                .map(forms::parse)
                .orElseThrow(() -> new ProblemException(SurveyProblem.FORM_NOT_FOUND, key));
    }

    @Override
    @Transactional
    public PublishOutcome publish(String key, String text, CurrentUser by) {
        permissions.require(by, PUBLISH_FORM);
        var before = store.find(key).orElseThrow(() -> new ProblemException(SurveyProblem.FORM_NOT_FOUND, key));
        var faults = forms.faultsIn(text);
        if (!faults.isEmpty()) {
            return new PublishOutcome.Refused(faults);
        }
        var form = forms.parse(text);
        if (form.version().equals(before.version())) {
            return new PublishOutcome.Unchanged();
        }
        var number = store.lastNumber(key) + 1;
        store.put(
                new LibraryForm(
                        key,
                        number,
                        form.version(),
                        form.title(),
                        form.description().chinese(),
                        before.category(),
                        true,
                        clock.instant(),
                        by.name()),
                text,
                store.place(key));
        audit.record(AuditAction.of(by.actor(), "survey.publish", "form", key).with("number", number));
        return new PublishOutcome.Published(number);
    }
}
