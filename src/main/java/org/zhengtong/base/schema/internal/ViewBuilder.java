package org.zhengtong.base.schema.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.Condition;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FieldView;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.RowWindows;
import org.zhengtong.base.schema.Violation;
import org.zhengtong.base.schema.Words;
import org.zhengtong.base.ui.FieldFault;
import tools.jackson.databind.JsonNode;

/** Builds the fields of one page for its template, in one language. Made for one page view. */
class ViewBuilder {
    private static final int MOST_RADIOS = 7;
    private static final Pattern ROW = Pattern.compile("/[0-9]+$");
    private static final int MOST_MISTAKES = 30;

    private final SchemaTexts texts;
    private final Locale locale;
    private final FormPage page;
    private final Asked asked;
    private final LocalDate today;
    private final List<Violation> violations;
    private final Map<String, String> errors = new HashMap<>();
    private final List<TableBuilder.Hidden> hidden = new ArrayList<>();
    private boolean live;
    private boolean uploads;

    private RowWindows windows;

    ViewBuilder(SchemaTexts texts, FormPage page, Asked asked, Forms.Showing showing, LocalDate today) {
        this.texts = texts;
        this.locale = showing.locale();
        this.page = page;
        this.asked = asked;
        this.violations = showing.violations();
        this.windows = showing.rows();
        this.today = today;
        violations.forEach(
                each -> errors.putIfAbsent(each.pointer(), each.text().in(locale)));
    }

    /** Which rows of long tables are shown, for the hidden field that brings it back. */
    String rows() {
        return windows.written();
    }

    /** The summary above the page; what stands in a row that is not shown leads to its table. */
    List<FieldFault> mistakes() {
        var faults = new ArrayList<FieldFault>();
        for (var each : violations.subList(0, Math.min(MOST_MISTAKES, violations.size()))) {
            faults.add(new FieldFault(id(shownAt(each.pointer())), Mistakes.line(texts, each, locale)));
        }
        if (violations.size() > MOST_MISTAKES) {
            faults.add(new FieldFault(
                    id(shownAt(violations.get(MOST_MISTAKES).pointer())),
                    texts.say(locale, "schema.more_mistakes", violations.size() - MOST_MISTAKES)));
        }
        return faults;
    }

    private String shownAt(String pointer) {
        return hidden.stream()
                .filter(table -> pointer.startsWith(table.pointer() + "/") && !table.shows(pointer))
                .map(TableBuilder.Hidden::pointer)
                .findFirst()
                .orElse(pointer);
    }

    boolean live() {
        return live;
    }

    boolean uploads() {
        return uploads;
    }

    List<FieldView> fields(JsonNode answers) {
        return fields(page.content(), "/" + page.key(), answers);
    }

    /** The id of the element a pointer belongs to. */
    static String id(String pointer) {
        return pointer.substring(1).replace('/', '-');
    }

    RowWindows windows() {
        return windows;
    }

    /** Notes which rows of a long table are shown. */
    void showing(TableBuilder.Hidden table) {
        hidden.add(table);
        windows = windows.with(table.pointer(), table.from());
    }

    /** Pointers of all that is to mend. */
    List<String> faulty() {
        return violations.stream().map(Violation::pointer).toList();
    }

    private List<FieldView> fields(Field.Group group, String pointer, JsonNode answers) {
        return beside(cells(group, pointer, answers, false));
    }

    /** The fields of a group one by one; a line to fill in goes to the choice above it. */
    List<FieldView> cells(Field.Group group, String pointer, JsonNode answers, boolean bare) {
        var views = new ArrayList<FieldView>();
        for (var field : group.fields()) {
            if (field.head().fillIn()) {
                continue;
            }
            var shown = asked.field(field, group, answers);
            // a question that another page opens cannot appear while this one is being filled in
            if (shown || onThisPage(field.head().shownIf())) {
                views.add(view(field, new Spot(group, pointer, answers, shown, bare)));
            }
        }
        return views;
    }

    /** Where a field stands. */
    private record Spot(Field.Group group, String parent, JsonNode siblings, boolean shown, boolean bare) {}

    private boolean onThisPage(@Nullable Condition condition) {
        return condition != null
                && (!condition.field().startsWith("/") || condition.field().startsWith("/" + page.key() + "/"));
    }

    private static List<FieldView> beside(List<FieldView> views) {
        var result = new ArrayList<FieldView>();
        var run = new ArrayList<FieldView>();
        for (var view : views) {
            if (view.caption().half()) {
                run.add(view);
            } else {
                close(run, result);
                result.add(view);
            }
        }
        close(run, result);
        return result;
    }

    private static void close(List<FieldView> run, List<FieldView> result) {
        if (run.size() > 1) {
            result.add(new FieldView.Beside(run));
        } else {
            result.addAll(run);
        }
        run.clear();
    }

    private FieldView view(Field field, Spot spot) {
        var pointer = spot.parent() + "/" + field.key();
        var caption = caption(field, pointer, spot);
        var answer = spot.siblings().path(field.key());
        if (field.head().formula() != null) {
            var said = new AnswersBuilder(texts, new AnswersView.Wish(locale, false, Set.of()));
            return new FieldView.Computed(caption, answer.isMissingNode() ? "" : said.text(field, answer));
        }
        return switch (field) {
            case Field.Text text when text.rows() > 1 -> new FieldView.Lines(caption, answer.asString(""), text.rows());
            case Field.Text text ->
                new FieldView.Line(caption, Figures.typed(answer), "text", inputMode(text), autocomplete(text), null);
            case Field.Number number ->
                new FieldView.Line(
                        caption,
                        Figures.typed(answer),
                        "text",
                        number.whole() ? "numeric" : number.others().isEmpty() ? "decimal" : "text",
                        null,
                        in(number.unit()));
            case Field.Day _ -> {
                var typed = answer.asString("");
                var wrong = !typed.isEmpty() && Figures.date(typed).isEmpty();
                // a browser's date field cannot show what is not a date, and nothing typed may be lost
                yield new FieldView.Line(caption, typed, wrong ? "text" : "date", "text", null, null);
            }
            case Field.YesNo yesNo when yesNo.tick() -> new FieldView.Tick(caption, answer.asBoolean(false));
            case Field.YesNo _ -> yesNo(caption, answer);
            case Field.Choice choice ->
                choice(
                        choice,
                        caption,
                        answer,
                        fillIn(choice, spot),
                        ROW.matcher(spot.parent()).find());
            case Field.Files files -> files(files, caption, answer);
            case Field.Group inner
            when inner.shape().matrix() -> new MatrixBuilder(this, locale).matrix(inner, caption, pointer, answer);
            case Field.Group inner -> new FieldView.Group(caption, fields(inner, pointer, answer));
            case Field.Rows rows
            when rows.table() -> new TableBuilder(this, texts, locale).table(rows, caption, pointer, answer);
            case Field.Rows rows -> rows(rows, caption, pointer, answer);
        };
    }

    /** The line behind the last option, if there is one. */
    private FieldView.@Nullable Line fillIn(Field.Choice choice, Spot spot) {
        var at = spot.group().fields().indexOf(choice) + 1;
        var next = at < spot.group().fields().size() ? spot.group().fields().get(at) : null;
        if (next == null || !next.head().fillIn()) {
            return null;
        }
        var pointer = spot.parent() + "/" + next.key();
        var inCell = new Spot(spot.group(), spot.parent(), spot.siblings(), true, true);
        return new FieldView.Line(
                caption(next, pointer, inCell),
                spot.siblings().path(next.key()).asString(""),
                "text",
                "text",
                "off",
                null);
    }

    private FieldView.Caption caption(Field field, String pointer, Spot spot) {
        var head = field.head();
        var plain = !(field instanceof Field.Group || field instanceof Field.YesNo || head.formula() != null);
        var rows = field instanceof Field.Rows;
        var title = head.title().in(locale);
        return new FieldView.Caption(
                pointer,
                id(pointer),
                spot.bare() && !head.fillIn() ? legend(spot) + " " + title : title,
                spot.bare() ? null : hint(field),
                explained(head.help()),
                errors.get(pointer),
                plain && !rows && !head.required() && !spot.bare(),
                head.half(),
                spot.bare(),
                showIf(head.shownIf(), spot.parent(), spot.shown()));
    }

    /** What the row or column of a cell is called, for those who do not see the heading. */
    private String legend(Spot spot) {
        var last = spot.parent().substring(spot.parent().lastIndexOf('/') + 1);
        var title = spot.group().head().title();
        return (last.matches("[0-9]+") ? Places.numbered(title, Integer.parseInt(last) + 1) : title).in(locale);
    }

    /** The hint of a field, with the units it may be written in. */
    @Nullable
    String hint(Field field) {
        var hint = in(field.head().hint());
        if (!(field instanceof Field.Number number) || number.others().isEmpty() || number.unit() == null) {
            return hint;
        }
        var names = number.others().stream()
                .map(unit -> unit.name().in(locale))
                .collect(Collectors.joining(texts.say(locale, "schema.or")));
        var units = texts.say(locale, "schema.units", names, number.unit());
        return hint == null ? units : hint + " " + units;
    }

    private FieldView.@Nullable ShowIf showIf(@Nullable Condition condition, String parent, boolean shown) {
        if (condition == null || !onThisPage(condition)) {
            return null;
        }
        live = true;
        var name = condition.field().startsWith("/") ? condition.field() : parent + "/" + condition.field();
        return new FieldView.ShowIf(name, String.join("|", condition.equals()), shown);
    }

    List<FieldView.Explanation> explained(List<Field.Help> help) {
        return help.stream()
                .map(each -> new FieldView.Explanation(
                        each.term().in(locale), each.text().in(locale)))
                .toList();
    }

    private @Nullable String in(@Nullable Words words) {
        return words == null ? null : words.in(locale);
    }

    private static String inputMode(Field.Text text) {
        return switch (text.format()) {
            case MOBILE -> "tel";
            case DIVISION, POSTAL_CODE -> "numeric";
            case EMAIL -> "email";
            case null, default -> "text";
        };
    }

    private static String autocomplete(Field.Text text) {
        return switch (text.format()) {
            case EMAIL -> "email";
            case null, default -> "off";
        };
    }

    private FieldView yesNo(FieldView.Caption caption, JsonNode answer) {
        var typed = answer.isBoolean() ? answer.asString("") : "";
        return new FieldView.Choice(
                caption,
                List.of(
                        new FieldView.OptionView(
                                caption.id(), "true", texts.say(locale, "schema.yes"), null, typed.equals("true")),
                        new FieldView.OptionView(
                                caption.id() + "-no",
                                "false",
                                texts.say(locale, "schema.no"),
                                null,
                                typed.equals("false"))),
                FieldView.Choice.Style.RADIO,
                null);
    }

    private FieldView choice(
            Field.Choice choice,
            FieldView.Caption caption,
            JsonNode answer,
            FieldView.@Nullable Line fillIn,
            boolean narrow) {
        var options = new ArrayList<FieldView.OptionView>();
        for (var option : choice.options()) {
            var chosen = answer.isArray()
                    ? answer.valueStream().anyMatch(each -> each.asString("").equals(option.value()))
                    : answer.asString("").equals(option.value());
            // a code that is not valid is not offered; one that was chosen stays to be seen, and the check says why
            if (!chosen && !option.validOn(today)) {
                continue;
            }
            // the first carries the field's own id, so that the error summary leads to it
            var id = options.isEmpty() ? caption.id() : caption.id() + "-" + options.size();
            options.add(
                    new FieldView.OptionView(id, option.value(), option.label().in(locale), in(option.hint()), chosen));
        }
        var style = choice.many()
                ? FieldView.Choice.Style.BOXES
                : options.size() <= MOST_RADIOS && !(narrow && caption.bare()) || fillIn != null
                        ? FieldView.Choice.Style.RADIO
                        : FieldView.Choice.Style.SELECT;
        return new FieldView.Choice(caption, options, style, fillIn);
    }

    private FieldView files(Field.Files files, FieldView.Caption caption, JsonNode answer) {
        uploads = true;
        var held = answer.valueStream()
                .map(file -> new FieldView.Held(
                        file.path("name").asString(""),
                        note(file),
                        caption.name() + "/" + file.path("file").asString("")))
                .toList();
        return new FieldView.Files(
                caption,
                held,
                String.join(",", files.rules().acceptedEndings()),
                files.rules().maxBytes(),
                files.rules().maxCount() > 1,
                held.size() >= files.rules().maxCount());
    }

    private String note(JsonNode file) {
        return texts.say(
                locale,
                "schema.file.note." + file.path("virus").asString("UNCHECKED"),
                Figures.size(file.path("size").asLong(0)));
    }

    private FieldView rows(Field.Rows rows, FieldView.Caption caption, String pointer, JsonNode answer) {
        var views = new ArrayList<FieldView.Row>();
        for (int i = 0; i < answer.size(); i++) {
            var at = pointer + "/" + i;
            var legend = legend(rows, i, answer.get(i));
            views.add(new FieldView.Row(
                    id(at),
                    legend,
                    "remove:" + at,
                    answer.size() > FilledRows.least(rows) ? legend : null,
                    fields(rows.row(), at, answer.get(i))));
        }
        var counter = rows.counter().in(locale);
        var title = rows.row().head().title().in(locale);
        return answer.size() < rows.most()
                ? new FieldView.Rows(
                        caption,
                        views,
                        texts.say(locale, answer.isEmpty() ? "schema.add.first" : "schema.add", counter, title),
                        null)
                : new FieldView.Rows(
                        caption, views, null, texts.say(locale, "schema.add.full", rows.most(), counter, title));
    }

    String legend(Field.Rows rows, int index, JsonNode row) {
        var title = Places.numbered(rows.row().head().title(), index + 1).in(locale);
        var name = rows.nameOf() == null ? "" : row.path(rows.nameOf()).asString("");
        return name.isEmpty() ? title : title + "\u3000" + name;
    }
}
