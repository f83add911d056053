package org.zhengtong.app.survey.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.app.survey.FormLibrary;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;

/** The list of filled forms: one's own, and what others submitted. */
@Controller
class FilledFormsController {

    private static final int ROWS = 30;
    private static final int PIECE = 500;
    private static final int MOST = 20_000;

    private final FilledForms filled;
    private final FormLibrary library;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    FilledFormsController(FilledForms filled, FormLibrary library, Permissions permissions, Texts texts, Clock clock) {
        this.filled = filled;
        this.library = library;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/staff/filled-forms")
    String list(
            @ModelAttribute ListForm form,
            @RequestParam(required = false) @Nullable Long removed,
            CurrentUser user,
            Model model) {
        permissions.require(user, FilledForms.FILL_FORM);
        var rows = filled.search(form.wish(ROWS + 1), user);
        var more = rows.size() > ROWS;
        model.addAttribute(
                "page",
                new FilledFormsPage(form, library.search(""), more ? rows.subList(0, ROWS) : rows, more, removed));
        return "survey/filled_forms";
    }

    @GetMapping("/staff/filled-forms.csv")
    void export(@ModelAttribute ListForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        permissions.require(user, FilledForms.FILL_FORM);
        var rows = new ArrayList<FilledForm>();
        var next = form.fromTheStart();
        List<FilledForm> piece;
        do {
            piece = filled.search(next.wish(PIECE), user);
            rows.addAll(piece);
            next = piece.isEmpty() ? next : next.after(piece.getLast());
        } while (piece.size() == PIECE && rows.size() < MOST);
        CsvExport.send(
                response,
                "filled-forms.csv",
                List.of("number", "title", "label", "author", "department", "state", "saved", "submitted").stream()
                        .map(column -> texts.say(locale, "survey.column." + column))
                        .toList(),
                rows.stream().map(row -> cells(row, locale)));
    }

    private List<String> cells(FilledForm row, Locale locale) {
        var submitted = row.submittedAt();
        return List.of(
                Long.toString(row.id().value()),
                row.formTitle().in(locale),
                row.label(),
                row.author(),
                row.departmentName(),
                texts.say(locale, "survey.state." + row.state()),
                row.savedAt().atZone(clock.getZone()).toOffsetDateTime().toString(),
                submitted == null
                        ? ""
                        : submitted.atZone(clock.getZone()).toOffsetDateTime().toString());
    }
}
