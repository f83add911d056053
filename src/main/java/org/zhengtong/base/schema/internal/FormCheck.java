package org.zhengtong.base.schema.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.networknt.schema.Error;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormRule;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.schema.Forms;
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
    private final Formulas formulas;
    private final Cache<FormVersion, Map<String, CompiledPage>> compiled =
            Caffeine.newBuilder().maximumSize(KEPT_FORMS).build();

    /**
     * A page ready to be checked.
     *
     * @param ruled where the rules of the form's pages, not of their rows, point to
     */
    private record CompiledPage(StandardCheck standard, RuleCheck rules, Set<String> ruled) {}

    FormCheck(ErrorTexts errorTexts, FormatCheck formats, RuleCompiler ruleCompiler, Formulas formulas) {
        this.errorTexts = errorTexts;
        this.formats = formats;
        this.ruleCompiler = ruleCompiler;
        this.formulas = formulas;
    }

    /** The answers to one form, settled once for all its pages. */
    private record Given(FormSchema form, Asked asked, ObjectNode settled, Map<String, Object> forRules) {}

    List<Violation> check(FormSchema form, FormPage page, ObjectNode answers) {
        return check(page, given(form, answers));
    }

    Forms.Checked checkWhole(FormSchema form, ObjectNode answers) {
        var given = given(form, answers);
        var violations = form.pages().stream()
                .flatMap(page -> check(page, given).stream())
                .toList();
        return new Forms.Checked(violations, given.settled());
    }

    private Given given(FormSchema form, ObjectNode answers) {
        var settled = settle(form, answers);
        return new Given(form, new Asked(form.pages(), answers), settled, Settling.forRules(form, settled));
    }

    private List<Violation> check(FormPage page, Given given) {
        if (!given.asked().page(page)) {
            return List.of();
        }
        var places = Places.of(page, given.asked(), given.settled());
        var ready = compile(given.form()).get(page.key());
        if (ready == null) {
            throw new IllegalArgumentException("Page of another form: " + page.key());
        }
        var found = new HashMap<String, Violation>();
        standard(page, ready, given.settled(), places, found);
        places.values().forEach(place -> own(place, found));
        rules(given, ready, places, found);
        return inOrder(places, found);
    }

    /** The answers that count: without what is not asked, with what the form computes. */
    ObjectNode settle(FormSchema form, ObjectNode answers) {
        var settled = new Settling(form, answers).whole(answers);
        formulas.fill(form, settled);
        return settled;
    }

    /** The day that codes are judged by. */
    LocalDate today() {
        return formats.today();
    }

    private Map<String, CompiledPage> compile(FormSchema form) {
        return compiled.get(form.version(), _ -> {
            var standard = form.standard();
            var ruled = form.pages().stream()
                    .flatMap(page -> page.rules().stream())
                    .map(FormRule::field)
                    .collect(Collectors.toSet());
            var pages = new HashMap<String, CompiledPage>();
            for (var page : form.pages()) {
                pages.put(
                        page.key(),
                        new CompiledPage(new StandardCheck(page, standard), new RuleCheck(page, ruleCompiler), ruled));
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
            case Field.Choice choice -> formats.wrong(choice, place.answer());
            default -> Optional.<Words>empty();
        };
        wrong.ifPresent(text -> found.putIfAbsent(place.pointer(), violation(place, text, "format")));
    }

    private static void rules(
            Given given, CompiledPage ready, Map<String, Places.Place> places, Map<String, Violation> found) {
        if (ready.rules().none()) {
            return;
        }
        ready.rules().check(given.forRules(), (pointer, text) -> {
            // a page's rule speaks for itself; a row's needs the row named
            var place = ready.ruled().contains(pointer) ? null : places.get(pointer);
            found.putIfAbsent(pointer, new Violation(pointer, place == null ? List.of() : place.path(), text, "rule"));
        });
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
        places.keySet().stream()
                .filter(found::containsKey)
                .forEach(pointer -> ordered.putIfAbsent(pointer, found.get(pointer)));
        found.forEach(ordered::putIfAbsent);
        return List.copyOf(ordered.values());
    }
}
