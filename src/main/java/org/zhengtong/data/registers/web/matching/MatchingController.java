package org.zhengtong.data.registers.web.matching;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.matching.Matching;
import org.zhengtong.data.registers.internal.matching.Matching.Nearness;
import org.zhengtong.data.registers.internal.matching.Matching.Rule;
import org.zhengtong.data.registers.internal.matching.Matching.Side;
import org.zhengtong.data.registers.internal.matching.Matching.State;
import org.zhengtong.data.registers.internal.matching.Matching.Verdict;
import org.zhengtong.data.registers.internal.matching.Matchings;
import org.zhengtong.data.registers.internal.matching.Matchings.Judgement;
import org.zhengtong.data.registers.web.RegisterDesk;

/** Comparing registers: declare what is compared, see the pairs, say of each whether both are the same. */
@Controller
@RequestMapping("/staff/registers/matches")
class MatchingController {

    private static final int SHOWN = 25;
    private static final int EXPORTED = 500;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 500;
    private static final String REFRESH_SECONDS = "2";
    private static final BigDecimal ALL_THE_SAME = BigDecimal.ONE;

    private final RegisterDesk desk;
    private final Matchings matchings;
    private final RegisterReading reading;
    private final Permissions permissions;
    private final Texts texts;

    MatchingController(
            RegisterDesk desk, Matchings matchings, RegisterReading reading, Permissions permissions, Texts texts) {
        this.desk = desk;
        this.matchings = matchings;
        this.reading = reading;
        this.permissions = permissions;
        this.texts = texts;
    }

    @GetMapping
    String list(CurrentUser user, Model model) {
        permissions.require(user, Registers.EDIT_RECORD);
        var lines = matchings.list().stream()
                .flatMap(each -> line(each, user).stream())
                .toList();
        model.addAttribute("page", new MatchingPages.ListPage(lines));
        return "registers/matches";
    }

    /** Only who may see both registers sees what was found between them. */
    private Optional<MatchingPages.Line> line(Matching matching, CurrentUser user) {
        var left = desk.registers().require(matching.left().register());
        var right = desk.registers().require(matching.right().register());
        return desk.permits().maySee(user, left) && desk.permits().maySee(user, right)
                ? Optional.of(new MatchingPages.Line(matching, left, right))
                : Optional.empty();
    }

    @GetMapping("/new")
    ModelAndView fresh(CurrentUser user) {
        permissions.require(user, Registers.EDIT_RECORD);
        return form(
                user, new MatchingPages.Typed("", "", "", Rule.NAME.name(), "80", MatchingPages.Dates.NONE), List.of());
    }

    private ModelAndView form(CurrentUser user, MatchingPages.Typed typed, List<FieldFault> errors) {
        var model = new ModelAndView("registers/match_new");
        model.addObject("page", new MatchingPages.NewPage(desk.visible(user), typed, errors));
        if (!errors.isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    @PostMapping("/new")
    ModelAndView start(@RequestParam Map<String, String> fields, CurrentUser user, Locale locale) {
        permissions.require(user, Registers.EDIT_RECORD);
        var typed = new MatchingPages.Typed(
                fields.getOrDefault("name", "").strip(),
                fields.getOrDefault("left", ""),
                fields.getOrDefault("right", ""),
                fields.getOrDefault("rule", ""),
                fields.getOrDefault("score", "").strip(),
                new MatchingPages.Dates(
                        fields.getOrDefault("leftDate", ""),
                        fields.getOrDefault("rightDate", ""),
                        fields.getOrDefault("days", "").strip()));
        var faults = new ArrayList<FieldFault>();
        check(faults, "name", !typed.name().isEmpty() && typed.name().length() <= LONGEST_NAME, locale);
        var left = side(typed.left(), user);
        var right = side(typed.right(), user);
        check(faults, "left", left != null, locale);
        check(faults, "right", right != null && !right.equals(left), locale);
        var rule = Arrays.stream(Rule.values())
                .filter(each -> each.name().equals(typed.rule()))
                .findFirst();
        check(faults, "rule", rule.isPresent(), locale);
        check(faults, "score", typed.score().matches("[1-9][0-9]?|100"), locale);
        var dates = typed.dates().asked() ? dates(typed, faults, user, locale) : null;
        if (!faults.isEmpty() || left == null || right == null || rule.isEmpty()) {
            return form(user, typed, faults);
        }
        var least = rule.get() == Rule.SIMILAR ? new BigDecimal(typed.score()).movePointLeft(2) : ALL_THE_SAME;
        var id = matchings.start(new Matchings.NewMatching(typed.name(), left, right, rule.get(), least, dates), user);
        return new ModelAndView("redirect:/staff/registers/matches/" + id);
    }

    /** Both dates, each of its side's register, and the days between them; faults are added. */
    private @Nullable Nearness dates(
            MatchingPages.Typed typed, List<FieldFault> faults, CurrentUser user, Locale locale) {
        var left = date(typed.dates().leftDate(), typed.left(), user);
        var right = date(typed.dates().rightDate(), typed.right(), user);
        check(faults, "leftDate", left != null, locale);
        check(faults, "rightDate", right != null, locale);
        check(faults, "days", typed.dates().days().matches("[0-9]{1,3}"), locale);
        return left == null || right == null || !typed.dates().days().matches("[0-9]{1,3}")
                ? null
                : new Nearness(left, right, Integer.parseInt(typed.dates().days()));
    }

    private @Nullable ItemName date(String text, String beside, CurrentUser user) {
        var side = side(text, user);
        return side == null
                        || !text.split("/", 2)[0].equals(beside.split("/", 2)[0])
                        || desk.registers()
                                        .require(side.register())
                                        .require(side.item())
                                        .type()
                                != ItemType.DATE
                ? null
                : side.item();
    }

    private void check(List<FieldFault> faults, String field, boolean good, Locale locale) {
        if (!good) {
            faults.add(new FieldFault(field, texts.say(locale, "registers.match." + field + ".wrong")));
        }
    }

    /** {@code register/item}, if this user may see the item in the clear. */
    private @Nullable Side side(String text, CurrentUser user) {
        var parts = text.split("/", 2);
        if (parts.length < 2 || !RegisterCode.fits(parts[0]) || !ItemName.fits(parts[1])) {
            return null;
        }
        var item = new ItemName(parts[1]);
        return desk.registers()
                .find(new RegisterCode(parts[0]))
                .filter(register -> desk.permits().maySee(user, register))
                .filter(register -> comparable(register, item, user))
                .map(register -> new Side(register.code(), item))
                .orElse(null);
    }

    private boolean comparable(RegisterDefinition register, ItemName name, CurrentUser user) {
        return desk.permits().masked(user, register).items().contains(name)
                && register.find(name)
                        .filter(item -> item.type() != ItemType.GEOMETRY)
                        .isPresent();
    }

    @GetMapping("/{id}")
    String pairs(
            @PathVariable long id,
            @RequestParam(defaultValue = "OPEN") String verdict,
            @RequestParam(defaultValue = "0") long after,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        permissions.require(user, Registers.EDIT_RECORD);
        var line = require(id, user);
        if (line.matching().state() == State.WAITING || line.matching().state() == State.RUNNING) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        var which = verdict(verdict).orElse(Verdict.OPEN);
        var found = matchings.pairs(id, which, after, SHOWN + 1);
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        var address = "/staff/registers/matches/" + id + "?verdict=" + which;
        model.addAttribute(
                "page",
                new MatchingPages.PairsPage(
                        line,
                        which,
                        matchings.counts(id),
                        shown.stream().map(pair -> pairLine(line, pair, user)).toList(),
                        after == 0 ? null : address,
                        found.size() > SHOWN
                                ? address + "&after=" + shown.getLast().number()
                                : null));
        return "registers/match";
    }

    private MatchingPages.Line require(long id, CurrentUser user) {
        return matchings
                .find(id)
                .flatMap(found -> line(found, user))
                .orElseThrow(() -> new ProblemException(RegistersProblem.MATCH_NOT_FOUND));
    }

    private static Optional<Verdict> verdict(String text) {
        return Arrays.stream(Verdict.values())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    private MatchingPages.PairLine pairLine(MatchingPages.Line line, Matching.Pair pair, CurrentUser user) {
        return new MatchingPages.PairLine(
                pair,
                said(line.left(), line.matching().left().item(), pair.leftKey(), user),
                desk.link(line.left().code(), new RecordKey(pair.leftKey())),
                said(line.right(), line.matching().right().item(), pair.rightKey(), user),
                desk.link(line.right().code(), new RecordKey(pair.rightKey())));
    }

    /** The compared value and what names the record, masked as everywhere. */
    private String said(RegisterDefinition register, ItemName item, String key, CurrentUser user) {
        return reading.byKey(register.code(), new RecordKey(key), desk.permits().masked(user, register))
                .map(record -> {
                    var label = record.text(register.facts().label());
                    return item.equals(register.facts().label()) ? label : label + " · " + record.text(item);
                })
                .orElse("");
    }

    /** Every pair with its verdict and note, as a file. */
    @GetMapping("/{id}/pairs.csv")
    void csv(@PathVariable long id, CurrentUser user, Locale locale, HttpServletResponse response) throws IOException {
        permissions.require(user, Registers.EDIT_RECORD);
        var line = require(id, user);
        matchings.exported(line.matching(), user);
        var heads = Stream.of("left", "right", "likeness", "verdict", "judged_by", "remark")
                .map(key -> texts.say(locale, "registers.match." + key))
                .toList();
        CsvExport.send(response, "pairs-" + id + ".csv", heads, all(id).map(pair -> row(line, pair, user, locale)));
    }

    private Stream<Matching.Pair> all(long id) {
        return Stream.iterate(
                        matchings.pairs(id, null, 0, EXPORTED),
                        page -> !page.isEmpty(),
                        page -> matchings.pairs(id, null, page.getLast().number(), EXPORTED))
                .flatMap(List::stream);
    }

    private List<String> row(MatchingPages.Line line, Matching.Pair pair, CurrentUser user, Locale locale) {
        return List.of(
                said(line.left(), line.matching().left().item(), pair.leftKey(), user),
                said(line.right(), line.matching().right().item(), pair.rightKey(), user),
                pair.score().toPlainString(),
                texts.say(locale, "registers.match.verdict." + pair.verdict()),
                Objects.requireNonNullElse(pair.judgedBy(), ""),
                Objects.requireNonNullElse(pair.note(), ""));
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable long id, CurrentUser user) {
        permissions.require(user, Registers.EDIT_RECORD);
        matchings.cancel(require(id, user).matching(), user);
        return "redirect:/staff/registers/matches/" + id;
    }

    @PostMapping("/{id}/resumption")
    String goOn(@PathVariable long id, CurrentUser user) {
        permissions.require(user, Registers.EDIT_RECORD);
        matchings.goOn(require(id, user).matching(), user);
        return "redirect:/staff/registers/matches/" + id;
    }

    @PostMapping("/{id}/pairs/{number}")
    String judge(
            @PathVariable long id,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "OPEN") String from,
            @RequestParam(defaultValue = "") String note,
            CurrentUser user) {
        permissions.require(user, Registers.EDIT_RECORD);
        require(id, user);
        var said = note.strip();
        matchings.judge(
                new Judgement(
                        id,
                        number,
                        verdict(verdict).orElse(Verdict.LATER),
                        said.substring(0, Math.min(LONGEST_NOTE, said.length()))),
                user);
        return "redirect:/staff/registers/matches/" + id + "?verdict="
                + verdict(from).orElse(Verdict.OPEN);
    }
}
