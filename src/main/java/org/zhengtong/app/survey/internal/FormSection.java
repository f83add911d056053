package org.zhengtong.app.survey.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.app.survey.LibraryForm;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.base.schema.Forms;

/** Takes the library over from {@code survey/forms.yaml} and {@code forms/*.yaml}. A form that was changed on screen meanwhile gets the pack's text as a new version. */
@Component
class FormSection implements PackSection {

    private static final String FILE = "survey/forms.yaml";
    private static final int AFTER_ORGANIZATION = 700;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private final FormStore store;
    private final Forms forms;
    private final Clock clock;

    FormSection(FormStore store, Forms forms, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "survey";
    }

    @Override
    public int order() {
        return AFTER_ORGANIZATION;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        for (var node : nodes(pack, errors)) {
            node.allow(Set.of("key", "category"), errors);
            node.require("category", errors);
            node.require("key", FormSection::checked, errors).ifPresent(key -> {
                var file = file(pack, key);
                if (file.isEmpty()) {
                    errors.add(FILE, node.lineOf("key"), "survey.pack.form_unknown", key);
                }
                file.flatMap(found -> found.text(errors))
                        .ifPresent(text -> forms.faultsIn(text)
                                .forEach(fault -> errors.add(
                                        file.get().path(),
                                        0,
                                        "survey.pack.form_fault",
                                        fault.pointer(),
                                        fault.text().chinese())));
            });
        }
    }

    private static String checked(String text) {
        if (!KEY.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a key of a form: " + text);
        }
        return text;
    }

    @Override
    public void apply(PackReader pack) {
        int place = 0;
        for (var node : nodes(pack, new PackErrors())) {
            var key = node.find("key").orElseThrow();
            var text = file(pack, key)
                    .map(found -> new String(found.bytes(), StandardCharsets.UTF_8))
                    .orElseThrow();
            place++;
            put(key, text, node.find("category").orElse(""), pack.name(), place);
        }
    }

    private void put(String key, String text, String category, String pack, int place) {
        var form = forms.parse(text);
        if (store.find(key).filter(now -> now.version().equals(form.version())).isPresent()) {
            return;
        }
        var next = new LibraryForm(
                key,
                store.lastNumber(key) + 1,
                form.version(),
                form.title(),
                form.description().chinese(),
                category,
                true,
                clock.instant(),
                pack);
        store.put(next, text, place);
    }

    private static List<PackNode> nodes(PackReader pack, PackErrors errors) {
        return pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(tree -> tree.list("forms"))
                .orElse(List.of());
    }

    private static Optional<PackFile> file(PackReader pack, String key) {
        return pack.find("forms/" + key + ".yaml").or(() -> pack.find("forms/" + key + ".json"));
    }
}
