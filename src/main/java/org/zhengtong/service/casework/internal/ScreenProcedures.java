package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.pack.PackError;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.ProcedurePublished;
import org.zhengtong.service.casework.WrittenProcedure;
import org.zhengtong.service.casework.WrittenProcedures;
import org.zhengtong.service.casework.internal.ProcedureStore.Origin;

/** A written procedure is a pack of two files. */
@Service
class ScreenProcedures implements WrittenProcedures {

    private final ProcedureSection section;
    private final ProcedureStore store;
    private final Forms forms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScreenProcedures(
            ProcedureSection section,
            ProcedureStore store,
            Forms forms,
            ApplicationEventPublisher events,
            Clock clock) {
        this.section = section;
        this.store = store;
        this.forms = forms;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<PackError> faultsIn(WrittenProcedure written) {
        var errors = new PackErrors();
        section.check(
                PackReader.ofTexts(
                        "screen",
                        Map.of(
                                "procedures/" + written.key() + ".yaml", written.procedure(),
                                "forms/" + written.formKey() + ".json", written.form())),
                errors);
        return errors.list();
    }

    @Override
    @Transactional
    public void publish(WrittenProcedure written) {
        var faults = faultsIn(written);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Procedure with faults: " + faults);
        }
        var at = clock.instant();
        store.put(written.key(), written.procedure(), at, Origin.SCREEN);
        store.putForm(written.formKey(), forms.parse(written.form()).version(), written.form(), at, Origin.SCREEN);
        events.publishEvent(new ProcedurePublished(written.key(), at));
    }

    @Override
    @Transactional
    public void retire(String key) {
        store.retire(key);
        events.publishEvent(new ProcedurePublished(key, clock.instant()));
    }
}
