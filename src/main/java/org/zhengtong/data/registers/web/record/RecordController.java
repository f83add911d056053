package org.zhengtong.data.registers.web.record;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.Corrections.Doubt;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterReading.Moment;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.web.RegisterDesk;

/** One record: what it says, since when and by whom; how it was on another day; doubt an item. */
@Controller
@RequestMapping("/staff/registers/{code}/records/{link}")
class RecordController {

    private static final int LONGEST_REASON = 500;

    private final RegisterDesk desk;
    private final RegisterReading reading;
    private final Corrections corrections;
    private final AuditLog audit;
    private final Clock clock;

    RecordController(RegisterDesk desk, RegisterReading reading, Corrections corrections, AuditLog audit, Clock clock) {
        this.desk = desk;
        this.reading = reading;
        this.corrections = corrections;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a request asks for. */
    private record View(RegisterDefinition register, String link, RecordKey key, ReadPermit permit, CurrentUser user) {}

    private View view(String code, String link, CurrentUser user) {
        var register = desk.open(code, user);
        return new View(register, link, desk.key(link), desk.permits().masked(user, register), user);
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String code,
            @PathVariable String link,
            @RequestParam(defaultValue = "") String valid,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user) {
        var view = view(code, link, user);
        var asked = new RecordPage.Asked(false, date(valid), date(known), known(done));
        return page(view, asked, version, RecordPage.Flag.NONE);
    }

    private static String known(String done) {
        return List.of("written", "unchanged", "ended", "asked", "flagged").contains(done) ? done : "";
    }

    static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private ModelAndView page(View view, RecordPage.Asked asked, int version, RecordPage.Flag flag) {
        var register = view.register();
        var record = record(view, asked);
        if (record == null && !asked.past()) {
            throw new ProblemException(RegistersProblem.RECORD_NOT_FOUND);
        }
        look(view, asked.clear());
        var versions = reading.history(register.code(), view.key(), view.permit());
        var compared = version > 0 && version <= versions.size()
                ? versions.get(version - 1).record()
                : null;
        var permits = desk.permits();
        var model = new ModelAndView("registers/record");
        model.addObject(
                "page",
                new RecordPage(
                        register,
                        view.link(),
                        record,
                        sources(view),
                        versions,
                        corrections.openFor(register.code(), view.key()),
                        asked,
                        compared,
                        new RecordPage.Rights(
                                !permits.mine(view.user(), register).isEmpty(),
                                register.personal() && permits.holds(view.user(), register, Registers.UNMASK_RECORD),
                                true),
                        flag));
        if (!flag.faults().isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    private @Nullable RegisterRecord record(View view, RecordPage.Asked asked) {
        var code = view.register().code();
        return asked.past()
                ? reading.asOf(code, view.key(), moment(asked), view.permit()).orElse(null)
                : reading.byKey(code, view.key(), view.permit()).orElse(null);
    }

    /** Without a day of knowledge what is known now; a day of knowledge ends with its last moment. */
    private Moment moment(RecordPage.Asked asked) {
        var valid = asked.validOn() == null ? LocalDate.now(clock) : asked.validOn();
        Instant known = asked.knownOn() == null
                ? clock.instant()
                : asked.knownOn().atTime(LocalTime.MAX).atZone(clock.getZone()).toInstant();
        return new Moment(valid, known);
    }

    /** 个人信息保护法: who looked at whose data, and why. */
    private void look(View view, boolean clear) {
        if (view.register().personal()) {
            audit.record(AuditAction.of(
                            view.user().actor(),
                            clear ? "registers.look_in_clear" : "registers.look",
                            "record",
                            view.register().code() + "/" + view.link())
                    .with("department", view.user().department())
                    .because(
                            view.permit().purpose().isEmpty()
                                    ? null
                                    : view.permit().purpose()));
        }
    }

    private Map<ItemName, String> sources(View view) {
        var today = LocalDate.now(clock);
        var sources = new LinkedHashMap<ItemName, String>();
        view.register().items().keySet().stream()
                .filter(view.permit().items()::contains)
                .forEach(item -> sources.put(item, desk.name(view.register().sourceOf(item, today))));
        return sources;
    }

    /** In the clear, once, for a reason that is written down. */
    @PostMapping("/looks")
    ModelAndView unmask(
            @PathVariable String code,
            @PathVariable String link,
            @RequestParam(defaultValue = "") String why,
            CurrentUser user) {
        var view = view(code, link, user);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            var flag = new RecordPage.Flag("", "", "", List.of("why"));
            return page(view, new RecordPage.Asked(false, null, null, ""), 0, flag);
        }
        var clear = desk.permits().clear(user, view.register(), why.strip());
        var asked = new RecordPage.Asked(true, null, null, "");
        return page(new View(view.register(), link, view.key(), clear, user), asked, 0, RecordPage.Flag.NONE);
    }

    @PostMapping("/doubts")
    ModelAndView flag(
            @PathVariable String code,
            @PathVariable String link,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String claimed,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user) {
        var view = view(code, link, user);
        var faults = new ArrayList<String>();
        var known = ItemName.fits(item) && view.permit().items().contains(new ItemName(item));
        if (!known) {
            faults.add("item");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON || claimed.length() > LONGEST_REASON) {
            faults.add("reason");
        }
        if (!faults.isEmpty()) {
            var asked = new RecordPage.Asked(false, null, null, "");
            return page(view, asked, 0, new RecordPage.Flag(item, claimed, reason, faults));
        }
        corrections.flag(
                new Doubt(view.register().code(), view.key(), new ItemName(item), claimed.strip(), reason.strip()),
                user);
        return new ModelAndView("redirect:/staff/registers/" + code + "/records/" + link + "?done=flagged");
    }
}
