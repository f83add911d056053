package org.zhengtong.base.ui.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.base.ui.RulerDay;

/**
 * The components and what they are shown with.
 *
 * @param days one day of each kind for the ruler
 */
public record ComponentsPage(List<RulerDay> days) {

    /** The states a {@code zt-status} can show. */
    public static final List<String> STATES = List.of("draft", "supplement", "doing", "soon", "overdue", "done");

    /** The names {@code icon} knows. */
    public static final List<String> ICONS = List.of(
            "bell",
            "person",
            "download",
            "place",
            "eye",
            "note",
            "tick",
            "print",
            "lanes",
            "fault",
            "file",
            "search",
            "leave");

    /** The words that {@code term} explains. */
    public static final List<String> TERMS = List.of("accept", "supplement", "working-day", "committed", "statutory");

    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("status", "@template.ui.status(kind = \"doing\", text = ...)"),
            Map.entry(
                    "ruler",
                    "@template.ui.ruler(days = page.days())  // List<RulerDay>: kind zero | used | today | rest | stop | due | late | \"\""),
            Map.entry(
                    "term",
                    "@template.ui.term(shell = shell, name = \"working-day\", text = null)  // in a div, dd, li or td, not in a p"),
            Map.entry(
                    "chinese",
                    "@template.ui.chinese(shell = shell, text = item.name())  or  lang=\"${shell.langOf(item.name())}\""),
            Map.entry(
                    "errors",
                    "@template.ui.errors(shell = shell, errors = page.faults())  // List<FieldFault(field, text)>; publicPage(faulty = true) marks the title"),
            Map.entry(
                    "fieldError",
                    "@template.ui.fieldError(errors = page.faults(), field = \"sample\")  // then aria-describedby=\"sample-error\""),
            Map.entry("saved", "@template.ui.saved(text = ...)"),
            Map.entry(
                    "pager",
                    "@template.ui.pager(shell = shell, summary = \"\", first = null, next = null)  // addresses; null leaves the button out"),
            Map.entry(
                    "icon",
                    "@template.ui.icon(name = \"bell\")  // ornament beside a word, hidden from screen readers"),
            Map.entry(
                    "publicPage",
                    "@template.ui.publicPage(shell = shell, title = ..., body = @`...`, crumbs = List.of(), head = null, tools = null, wide = false, dock = false, faulty = false)"),
            Map.entry(
                    "staffPage",
                    "@template.ui.staffPage(shell = shell, title = ..., body = @`...`, crumbs = List.of(), head = null, faulty = false)"),
            Map.entry("buttons", "class=\"btn btn-primary | btn-quiet | btn-danger\", class=\"zt-linkbtn\""),
            Map.entry("note", "class=\"zt-note | zt-note soon | zt-note saved\""),
            Map.entry("tag", "class=\"zt-tag\""),
            Map.entry("meter", "<progress class=\"zt-meter\" max=... value=...>"),
            Map.entry("fold", "<details class=\"zt-fold\"><summary>...</summary>...</details>"),
            Map.entry("timeline", "<ol class=\"zt-timeline\"><li class=\"now | ahead\">..."),
            Map.entry(
                    "table",
                    "<div class=\"zt-scroll\" tabindex=0 role=region aria-label=...><table class=\"zt-table dense stack\">, data-label on each td"));

    /** How a template calls this component. */
    public static String call(String component) {
        return CALLS.getOrDefault(component, "");
    }
}
