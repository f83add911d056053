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
import tools.jackson.databind.node.ObjectNode;

/** A written procedure is a pack of two files. */
@Service
class ScreenProcedures implements WrittenProcedures {

    private final ProcedureSection section;
    private final ProcedureStore store;
    private final Conditions conditions;
    private final Forms forms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScreenProcedures(
            ProcedureSection section,
            ProcedureStore store,
            Conditions conditions,
            Forms forms,
            ApplicationEventPublisher events,
            Clock clock) {
        this.section = section;
        this.store = store;
        this.conditions = conditions;
        this.forms = forms;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<PackError> faultsIn(WrittenProcedure written) {
        var errors = new PackErrors();
        section.check(pack(written), errors);
        return errors.list();
    }

    private static PackReader pack(WrittenProcedure written) {
        return PackReader.ofTexts(
                "screen",
                Map.of(file(written), written.procedure(), "forms/" + written.formKey() + ".json", written.form()));
    }

    private static String file(WrittenProcedure written) {
        return "procedures/" + written.key() + ".yaml";
    }

    @Override
    public Rehearsal rehearse(WrittenProcedure written, ObjectNode answers, Map<String, Boolean> results) {
        var errors = new PackErrors();
        var procedure = pack(written)
                .find(file(written))
                .flatMap(file -> file.tree(errors))
                .flatMap(root -> new ProcedureReader(errors).read(root, 1))
                .orElseThrow(() -> new IllegalArgumentException("Procedure with faults: " + errors.list()));
        var progress = Progress.next(procedure.tree(), results, conditions.over(() -> answers));
        return new Rehearsal(
                progress.open(),
                progress.result() == Progress.Result.PENDING ? null : progress.result() == Progress.Result.PASSED);
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
