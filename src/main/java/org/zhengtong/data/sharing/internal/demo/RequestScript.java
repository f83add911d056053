package org.zhengtong.data.sharing.internal.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.Requests.Verdict;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.Wish;
import org.zhengtong.data.sharing.internal.demo.DatingBackStore.DayOf;
import org.zhengtong.data.sharing.internal.request.TimeRuleStore.Act;
import org.zhengtong.data.sharing.internal.request.TimeRules;

/** Plays one request of a demonstration: each step by its own actor, through the front door, then moved to its day. */
@Component
class RequestScript {

    private static final long SEED = 20261130;
    private static final int ON_A_DAY_OFF = 10;

    private final Requests requests;
    private final Grants grants;
    private final DatingBackStore dating;
    private final TimeRules limits;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final Clock clock;

    RequestScript(
            Requests requests,
            Grants grants,
            DatingBackStore dating,
            TimeRules limits,
            WorkingCalendar calendar,
            AuditLog audit,
            Clock clock) {
        this.requests = requests;
        this.grants = grants;
        this.dating = dating;
        this.limits = limits;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    static String text(PackNode node, String name) {
        return node.find(name).orElse("");
    }

    void play(PackNode node, DemoCast cast) {
        var by = cast.staff(text(node, "by"));
        var begun = clock.instant();
        var request = done(
                node,
                requests.save(new Requests.Draft(0, 0, text(node, "resource").replace('/', '-'), wish(node)), by));
        var drafted = at(Integer.parseInt(text(node, "daysAgo")));
        dating.created(request.id(), drafted);
        dating.events(request.id(), begun, drafted);
        for (var step : node.list("steps")) {
            request = step(request, step, step.find("by").map(cast::staff).orElse(by));
        }
        var number = request.number();
        node.at("usage").ifPresent(usage -> use(number, usage));
    }

    private Wish wish(PackNode node) {
        return new Wish(
                text(node, "purpose"),
                text(node, "basis"),
                items(node.texts("items")),
                List.of(),
                Integer.parseInt(text(node, "quota")),
                LocalDate.now(clock).plusDays(Integer.parseInt(text(node, "days"))),
                node.texts("ways").stream().map(Way::valueOf).collect(Collectors.toSet()),
                text(node, "node"));
    }

    private static Set<ItemName> items(List<String> names) {
        return names.stream().map(ItemName::new).collect(Collectors.toSet());
    }

    private Instant at(int daysAgo) {
        return clock.instant().atZone(clock.getZone()).minusDays(daysAgo).toInstant();
    }

    private static SharingRequest done(PackNode node, RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Done done -> done.request();
            case RequestOutcome.Granted granted -> granted.request();
            case RequestOutcome.Refused _, RequestOutcome.NotNow _ ->
                throw new IllegalStateException(node.file() + ":" + node.line() + " " + outcome);
        };
    }

    private SharingRequest step(SharingRequest request, PackNode step, CurrentUser by) {
        var begun = clock.instant();
        var at = at(Integer.parseInt(text(step, "daysAgo")));
        var words = text(step, "words");
        var id = request.id();
        var after = switch (text(step, "do")) {
            case "send" -> done(step, requests.send(id, by));
            case "withdraw" -> done(step, requests.withdraw(id, by));
            case "grant" -> done(step, answer(request, grant(request, step), by));
            case "refuse" -> done(step, answer(request, new Verdict.Refuse(words), by));
            case "return" -> done(step, answer(request, new Verdict.Return(words), by));
            case "extend" -> done(step, requests.extend(id, words, by));
            case "dispute" -> done(step, requests.dispute(id, words, by));
            case "suspend" -> suspend(request, words, by, at);
            default -> throw new IllegalArgumentException(step.file() + ":" + step.line());
        };
        date(after, step, at);
        dating.events(id, begun, at);
        return after;
    }

    private RequestOutcome answer(SharingRequest request, Verdict verdict, CurrentUser by) {
        return request.state() == SharingRequest.State.DISPUTED
                ? requests.rule(request.id(), verdict, by)
                : requests.answer(request.id(), verdict, by);
    }

    /** What was wished for, but for the masks and perhaps fewer items. */
    private static Verdict.Grant grant(SharingRequest request, PackNode step) {
        var masks = new LinkedHashMap<ItemName, Masking>();
        step.at("masks")
                .ifPresent(all -> all.fields()
                        .forEach((item, mask) -> masks.put(new ItemName(item), Masking.valueOf(mask.text()))));
        var fewer = step.texts("items");
        var wish = request.wish();
        return new Verdict.Grant(
                fewer.isEmpty() ? wish.items() : items(fewer), masks, wish.quota(), text(step, "words"));
    }

    private SharingRequest suspend(SharingRequest request, String reason, CurrentUser by, Instant at) {
        grants.suspend(request.number(), reason, by);
        dating.rests(request.number(), at);
        return request;
    }

    private void date(SharingRequest request, PackNode step, Instant at) {
        var day = LocalDate.ofInstant(at, clock.getZone());
        switch (text(step, "do")) {
            case "send" -> {
                dating.sent(request.id(), at, due(Act.ANSWER, request, day));
                if (request.state() == SharingRequest.State.GRANTED) {
                    dating.answered(request.id(), at);
                    dating.granted(request.number(), at);
                }
            }
            case "dispute" -> dating.sent(request.id(), at, due(Act.RULING, request, day));
            case "refuse", "return" -> dating.answered(request.id(), at);
            case "grant" -> {
                dating.answered(request.id(), at);
                dating.granted(request.number(), at);
            }
            default -> {
                // A withdrawal has no date of its own but that of its step; a grant that rests was dated.
            }
        }
    }

    private LocalDate due(Act act, SharingRequest request, LocalDate from) {
        return limits.due(act, request.provider().division(), from).on();
    }

    /** Made-up use of the last weeks: more on working days, and nothing today. */
    private void use(GrantNumber grant, PackNode usage) {
        var random = new Random(SEED + grant.value().hashCode());
        var days = new ArrayList<DayOf>();
        for (var ago = Integer.parseInt(text(usage, "days")); ago > 0; ago--) {
            var day = LocalDate.now(clock).minusDays(ago);
            for (var way : Way.values()) {
                var usual = usage.at("ways").flatMap(ways -> ways.find(way.name()));
                usual.map(text -> calls(Integer.parseInt(text), day, random))
                        .filter(calls -> calls > 0)
                        .ifPresent(calls -> days.add(new DayOf(day, way, calls, records(calls, random))));
            }
        }
        dating.used(grant, days);
        audit.record(AuditAction.of(Actor.system("sharing"), "sharing.import_usage", "sharing-grant", grant.value())
                .with("calls", days.stream().mapToLong(DayOf::calls).sum()));
    }

    private long calls(int usual, LocalDate day, Random random) {
        var calls = usual * (60L + random.nextInt(80)) / 100;
        return calendar.isWorkingDay(day) ? calls : calls / ON_A_DAY_OFF;
    }

    /** Some calls find nobody. */
    private static long records(long calls, Random random) {
        return calls - calls * random.nextInt(12) / 100;
    }
}
