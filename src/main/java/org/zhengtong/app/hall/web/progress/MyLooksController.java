package org.zhengtong.app.hall.web.progress;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.app.hall.internal.DataLooks;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.MyCases;

/** Who looked at a person's data and why, over all that he handed in (个人信息保护法 第四十四条: the right to know). */
@Controller
class MyLooksController {

    private static final String PURPOSE = "hall.looks.purpose.";
    private static final int ROWS = 50;
    private static final int MOST = 10_000;

    private final MyCases cases;
    private final DataLooks looks;
    private final Texts texts;
    private final Clock clock;

    MyLooksController(MyCases cases, DataLooks looks, Texts texts, Clock clock) {
        this.cases = cases;
        this.looks = looks;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/my/looks")
    String list(@RequestParam @Nullable String before, CurrentUser user, Model model) {
        var found = looks.at(user.id(), cases.numbers(user), cursor(before), ROWS + 1);
        var more = found.size() > ROWS;
        var shown = more ? found.subList(0, ROWS) : found;
        var next = more ? "/my/looks?before=" + shown.getLast().id() : null;
        model.addAttribute("page", new MyLooksPage(shown, next, before == null));
        return "hall/my_looks";
    }

    @GetMapping("/my/looks.csv")
    void export(CurrentUser user, Locale locale, HttpServletResponse response) throws IOException {
        var heads = List.of(
                texts.say(locale, "hall.readers.when"),
                texts.say(locale, "hall.readers.who"),
                texts.say(locale, "hall.looks.department"),
                texts.say(locale, "hall.looks.why"),
                texts.say(locale, "hall.looks.case"));
        CsvExport.send(
                response,
                "looks.csv",
                heads,
                looks.at(user.id(), cases.numbers(user), null, MOST).stream().map(look -> row(look, locale)));
    }

    private List<String> row(DataLooks.Look look, Locale locale) {
        return List.of(
                look.at().atZone(clock.getZone()).toOffsetDateTime().toString(),
                look.name(),
                Objects.requireNonNullElse(look.department(), ""),
                why(look, locale),
                what(look, locale));
    }

    private String why(DataLooks.Look look, Locale locale) {
        var reason = look.reason();
        var words = reason != null ? reason : look.purpose() == null ? "" : texts.say(locale, PURPOSE + look.purpose());
        return look.grant() == null ? words : words + " " + texts.say(locale, "hall.looks.grant", look.grant());
    }

    private String what(DataLooks.Look look, Locale locale) {
        var number = look.number();
        if (number != null) {
            return number.value();
        }
        return look.title().isEmpty() ? texts.say(locale, "hall.looks.account") : look.title();
    }

    private static @Nullable EntryId cursor(@Nullable String before) {
        try {
            return before == null ? null : EntryId.of(before);
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }
}
