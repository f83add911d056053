package org.zhengtong.service.casework.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.Procedure;

/** Procedures ({@code procedures/*.yaml}) and their forms ({@code forms/*.json}) of a pack. */
@Component
class ProcedureSection implements PackSection {

    private final ProcedureStore store;
    private final ProcedureCheck check;
    private final Forms forms;
    private final Clock clock;

    ProcedureSection(ProcedureStore store, ProcedureCheck check, Forms forms, Clock clock) {
        this.store = store;
        this.check = check;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "casework";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        var keys = new HashSet<String>();
        for (var file : procedureFiles(pack)) {
            var reader = new ProcedureReader(errors);
            file.tree(errors)
                    .ifPresent(root -> reader.read(root, 1).ifPresent(procedure -> {
                        if (!keys.add(procedure.key())) {
                            errors.add(file.path(), root.lineOf("key"), "casework.pack.key_twice", procedure.key());
                        }
                        check.check(pack, root, procedure, reader, errors);
                        checkForm(pack, procedure, root.lineOf("form"), file, errors);
                        checkPlaces(pack, procedure, reader, errors);
                    }));
        }
    }

    private void checkForm(PackReader pack, Procedure procedure, int line, PackFile file, PackErrors errors) {
        var form = form(pack, procedure.form());
        if (form.isEmpty()) {
            errors.add(file.path(), line, "casework.pack.form_unknown", procedure.form());
        }
        form.flatMap(found -> found.text(errors))
                .ifPresent(text -> forms.faultsIn(text)
                        .forEach(fault -> errors.add(
                                form.get().path(),
                                0,
                                "casework.pack.form_fault",
                                fault.pointer(),
                                fault.text().chinese())));
    }

    /** What the procedure points at is asked for by its form. */
    private void checkPlaces(PackReader pack, Procedure procedure, ProcedureReader reader, PackErrors errors) {
        var source = form(pack, procedure.form()).map(ProcedureSection::text);
        if (reader.pointers().isEmpty()
                || source.filter(text -> forms.faultsIn(text).isEmpty()).isEmpty()) {
            return;
        }
        var schema = forms.parse(source.get());
        for (var placed : reader.pointers()) {
            if (!asks(schema, placed.pointer())) {
                errors.add(
                        placed.place().file(),
                        placed.place().lineOf(placed.field()),
                        "casework.pack.place_unknown",
                        placed.pointer());
            }
        }
    }

    private static boolean asks(FormSchema schema, String pointer) {
        @Nullable Field at = null;
        for (var key : pointer.substring(1).split("/", -1)) {
            at = at == null
                    ? schema.findPage(key).map(FormPage::content).orElse(null)
                    : at instanceof Field.Group group ? group.find(key).orElse(null) : null;
            if (at == null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void apply(PackReader pack) {
        var errors = new PackErrors();
        var keys = new ArrayList<String>();
        var used = new HashSet<String>();
        for (var file : procedureFiles(pack)) {
            file.tree(errors)
                    .flatMap(root -> new ProcedureReader(errors).read(root, 1))
                    .ifPresent(procedure -> {
                        store.put(procedure.key(), text(file), clock.instant(), ProcedureStore.Origin.PACK);
                        keys.add(procedure.key());
                        used.add(procedure.form());
                    });
        }
        store.retireAllBut(keys);
        applyForms(pack, used);
    }

    private void applyForms(PackReader pack, Set<String> used) {
        for (var key : used) {
            var source = form(pack, key).map(ProcedureSection::text).orElseThrow();
            store.putForm(key, forms.parse(source).version(), source, clock.instant(), ProcedureStore.Origin.PACK);
        }
    }

    private static List<PackFile> procedureFiles(PackReader pack) {
        return pack.list("procedures/").stream()
                .filter(file -> file.path().endsWith(".yaml"))
                .toList();
    }

    private static Optional<PackFile> form(PackReader pack, String key) {
        return pack.find("forms/" + key + ".json");
    }

    private static String text(PackFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
