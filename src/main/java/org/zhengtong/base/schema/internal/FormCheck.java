package org.zhengtong.base.schema.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.networknt.schema.Error;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.schema.Violation;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.node.ObjectNode;

/** The check of answers: JSON Schema first, then conditional fields, codes and dates, then rules over several fields. */
@Component
class FormCheck {
    private static final int KEPT_FORMS = 200;
    private static final Set<String> MISSING = Set.of("required", "dependentRequired");

    private final ErrorTexts errorTexts;
    private final FormatCheck formats;
    private final RuleCompiler ruleCompiler;
    private final Cache<FormVersion, Map<String, CompiledPage>> compiled =
            Caffeine.newBuilder().maximumSize(KEPT_FORMS).build();

    /** A page ready to be checked. */
    private record CompiledPage(StandardCheck standard, List<RuleCompiler.Compiled> rules) {}

    FormCheck(ErrorTexts errorTexts, FormatCheck formats, RuleCompiler ruleCompiler) {
        this.errorTexts = errorTexts;
        this.formats = formats;
        this.ruleCompiler = ruleCompiler;
    }

    List<Violation> check(FormSchema form, FormPage page, ObjectNode answers) {
        var asked = new Asked(form.pages(), answers);
        if (!asked.page(page)) {
            return List.of();
        }
        var settled = new Settling(form, answers).whole(answers);
        var places = Places.of(page, asked, settled);
        var ready = compile(form).get(page.key());
        if (ready == null) {
            throw new IllegalArgumentException("Page of another form: " + page.key());
        }
        var found = new HashMap<String, Violation>();
        standard(page, ready, settled, places, found);
        places.values().forEach(place -> own(place, found));
        rules(form, page, ready, settled, found);
        return inOrder(places, found);
    }

    private Map<String, CompiledPage> compile(FormSchema form) {
        return compiled.get(form.version(), _ -> {
            var standard = form.standard();
            var pages = new HashMap<String, CompiledPage>();
            for (var page : form.pages()) {
                var rules = page.rules().stream().map(ruleCompiler::compile).toList();
                pages.put(page.key(), new CompiledPage(new StandardCheck(page, standard), rules));
            }
            return pages;
        });
    }

    private void standard(
            FormPage page,
            CompiledPage ready,
            ObjectNode settled,
            Map<String, Places.Place> places,
            Map<String, Violation> found) {
        for (var error : ready.standard().check(settled.path(page.key()))) {
            var missing = MISSING.contains(error.getKeyword());
            var at = "/" + page.key() + pointer(error);
            nearest(places, at)
                    .ifPresent(place -> found.putIfAbsent(
                            place.pointer(),
                            violation(
                                    place,
                                    missing ? errorTexts.missing(place) : errorTexts.of(error, place),
                                    missing
                                                    || place.answer().isEmpty()
                                                            && place.answer().isArray()
                                            ? "required"
                                            : error.getKeyword())));
        }
    }

    // of dependentRequired the validator reports the property that asks, and names the missing one first
    private static String pointer(Error error) {
        var location = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "required" -> location + "/" + error.getProperty();
            case "dependentRequired" -> {
                var asking = "/" + error.getArguments()[1];
                var group = location.endsWith(asking)
                        ? location.substring(0, location.length() - asking.length())
                        : location;
                yield group + "/" + error.getArguments()[0];
            }
            default -> location;
        };
    }

    private static Optional<Places.Place> nearest(Map<String, Places.Place> places, String pointer) {
        for (var at = pointer; at.lastIndexOf('/') > 0; at = at.substring(0, at.lastIndexOf('/'))) {
            if (places.containsKey(at)) {
                return Optional.ofNullable(places.get(at));
            }
        }
        return Optional.empty();
    }

    private void own(Places.Place place, Map<String, Violation> found) {
        if (place.answer().isMissingNode()) {
            if (place.conditional() && place.field().head().required()) {
                found.putIfAbsent(place.pointer(), violation(place, errorTexts.missing(place), "required"));
            }
            return;
        }
        var typed = place.answer().asString("");
        var wrong = switch (place.field()) {
            case Field.Text text when text.format() != null && !typed.isEmpty() -> formats.wrong(text.format(), typed);
            case Field.Day day when !typed.isEmpty() -> formats.wrong(day, typed);
            default -> Optional.<Words>empty();
        };
        wrong.ifPresent(text -> found.putIfAbsent(place.pointer(), violation(place, text, "format")));
    }

    private static void rules(
            FormSchema form, FormPage page, CompiledPage ready, ObjectNode settled, Map<String, Violation> found) {
        if (ready.rules().isEmpty()) {
            return;
        }
        var whole = new HashMap<String, Object>();
        form.pages()
                .forEach(each -> whole.put(each.key(), Settling.forRules(each.content(), settled.path(each.key()))));
        var input = Map.<String, Object>of("page", whole.getOrDefault(page.key(), Map.of()), "form", whole);
        for (var rule : ready.rules()) {
            RuleCompiler.broken(rule, input)
                    .ifPresent(text -> found.putIfAbsent(
                            rule.rule().field(), new Violation(rule.rule().field(), List.of(), text, "rule")));
        }
    }

    private static Violation violation(Places.Place place, Words text, String keyword) {
        return new Violation(place.pointer(), place.path(), text, keyword);
    }

    /** In the order of the fields; what concerns several fields stands below them, so it comes last. */
    private static List<Violation> inOrder(Map<String, Places.Place> places, Map<String, Violation> found) {
        var ordered = new LinkedHashMap<String, Violation>();
        for (var pointer : places.keySet()) {
            var violation = found.get(pointer);
            if (violation != null && !violation.keyword().equals("rule")) {
                ordered.put(pointer, violation);
            }
        }
        found.forEach(ordered::putIfAbsent);
        return List.copyOf(ordered.values());
    }
}
