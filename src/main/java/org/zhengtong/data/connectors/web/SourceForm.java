package org.zhengtong.data.connectors.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceKind;

/** A source as it is typed. */
record SourceForm(SourceKind kind, Map<String, String> fields) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SECRET = 1_000;
    private static final int LONGEST_KEY = 16_000;

    SourceForm {
        fields = Map.copyOf(fields);
    }

    static SourceForm of(Source source) {
        var fields = new TreeMap<>(source.settings());
        fields.put("name", source.name());
        return new SourceForm(source.kind(), fields);
    }

    String typed(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** The password is taken as typed, blanks included. */
    private String secret() {
        return fields.getOrDefault(secretField(), "");
    }

    private String secretField() {
        return kind.hasKeys() && typed("auth").equals("KEY") ? "privateKey" : "secret";
    }

    Source.Draft draft(DepartmentId department) {
        var settings = new TreeMap<String, String>();
        kind.fields().forEach(field -> {
            if (!typed(field.name()).isEmpty()) {
                settings.put(field.name(), typed(field.name()));
            }
        });
        return new Source.Draft(typed("name"), department, kind, settings, kind.hasSecret() ? secret() : "");
    }

    List<FieldFault> faults(Texts texts, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        if (typed("name").isEmpty() || typed("name").length() > LONGEST_NAME) {
            faults.add(new FieldFault("name", texts.say(locale, "connectors.name.missing")));
        }
        faults.addAll(faults(kind.fields(), fields, texts, locale));
        var secret = secretField();
        if (secret().length() > (secret.equals("secret") ? LONGEST_SECRET : LONGEST_KEY)) {
            faults.add(new FieldFault(
                    secret, texts.say(locale, "connectors.wrong", texts.say(locale, "connectors.field." + secret))));
        }
        return faults;
    }

    /** Fields that do not fit, each with what may stand there. */
    static List<FieldFault> faults(
            List<SourceKind.Field> asked, Map<String, String> fields, Texts texts, Locale locale) {
        return asked.stream()
                .filter(field ->
                        !field.fits(fields.getOrDefault(field.name(), "").strip()))
                .map(field -> new FieldFault(
                        field.name(),
                        texts.say(
                                locale,
                                fields.getOrDefault(field.name(), "").isBlank()
                                        ? "connectors.missing"
                                        : "connectors.wrong",
                                texts.say(locale, "connectors.field." + field.name()))))
                .toList();
    }
}
