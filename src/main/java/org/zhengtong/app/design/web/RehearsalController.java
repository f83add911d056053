package org.zhengtong.app.design.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.FormGroup;
import org.zhengtong.app.design.internal.Rehearsals;
import org.zhengtong.app.design.internal.Rehearsals.Deed;
import org.zhengtong.app.design.internal.Rehearsals.Trial;
import org.zhengtong.app.design.web.RehearsalPage.Question;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trying a drawing with days of one's choice, the whole trial in the address, nothing stored; and taking it to other tools. */
@Controller
class RehearsalController {

    private static final Pattern DEED = Pattern.compile("([0-9]{1,6}):(yes|no)(?::([0-9-]{10}))?");

    private final Desk desk;
    private final Rehearsals rehearsals;
    private final Clock clock;

    RehearsalController(Desk desk, Rehearsals rehearsals, Clock clock) {
        this.desk = desk;
        this.rehearsals = rehearsals;
        this.clock = clock;
    }

    @GetMapping("/staff/design/{id:[0-9]{1,18}}/rehearsal")
    ModelAndView rehearse(
            @PathVariable long id, @RequestParam MultiValueMap<String, String> sent, CurrentUser user, Locale locale) {
        var draft = desk.open(id, user);
        if (desk.designs().findings(draft).stream().anyMatch(finding -> finding.part() == Part.PROCEDURE)) {
            return new ModelAndView("redirect:/staff/design/" + id + "/procedure");
        }
        var accepted = day(sent.getFirst("on")).orElse(LocalDate.now(clock));
        var deeds = new ArrayList<>(sent.getOrDefault("deed", List.of()).stream()
                .flatMap(text -> deed(text, null).stream())
                .toList());
        var last = deeds.isEmpty() ? accepted : deeds.getLast().on();
        var day = day(sent.getFirst("day")).orElse(last);
        var errors = new ArrayList<FieldFault>();
        var act = deed(sent.getFirst("act"), day);
        if (act.isPresent() && day.isBefore(last)) {
            errors.add(new FieldFault("day", desk.say(locale, "design.rehearsal.day.early")));
        } else {
            act.filter(deed -> deeds.stream().noneMatch(done -> done.node() == deed.node()))
                    .ifPresent(deeds::add);
        }
        var questions = questions(draft, sent);
        var trial = new Trial(accepted, answers(questions), deeds);
        return Desk.page(
                "design/rehearsal",
                new RehearsalPage(draft, trial, rehearsals.run(draft, trial), day, questions, errors),
                !errors.isEmpty());
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** A deed of the address, or of a button on this day. */
    private static Optional<Deed> deed(@Nullable String text, @Nullable LocalDate today) {
        var found = DEED.matcher(text == null ? "" : text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var on = found.group(3) == null ? Optional.ofNullable(today) : day(found.group(3));
        return on.map(day -> new Deed(Integer.parseInt(found.group(1)), "yes".equals(found.group(2)), day));
    }

    private static List<Question> questions(ItemDesign draft, MultiValueMap<String, String> sent) {
        return draft.content().groups().stream()
                .flatMap(group -> group.fields().stream().flatMap(field -> question(group, field, sent)))
                .toList();
    }

    private static Stream<Question> question(FormGroup group, FormField field, MultiValueMap<String, String> sent) {
        var name = "answer." + group.key() + "." + field.key();
        var typed = sent.getFirst(name);
        var value = typed == null ? "" : typed;
        return switch (field.kind()) {
            case CHOICE -> Stream.of(new Question(name, field.title(), field.options(), value));
            case YES_NO -> Stream.of(new Question(name, field.title(), List.of("true", "false"), value));
            case NUMBER -> Stream.of(new Question(name, field.title(), List.of(), value));
            default -> Stream.empty();
        };
    }

    private static ObjectNode answers(List<Question> questions) {
        var answers = JsonNodeFactory.instance.objectNode();
        for (var question : questions) {
            var parts = question.name().split("\\.");
            var group = answers.withObject("/" + parts[1]);
            if (question.value().matches("true|false")) {
                group.put(parts[2], question.value().equals("true"));
            } else if (question.options().isEmpty() && question.value().matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                group.put(parts[2], Double.parseDouble(question.value()));
            } else if (!question.value().isEmpty()) {
                group.put(parts[2], question.value());
            }
        }
        return answers;
    }
}
