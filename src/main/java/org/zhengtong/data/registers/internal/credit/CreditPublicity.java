package org.zhengtong.data.registers.internal.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.ReadPermit.Comparison;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.Registers;

/** What is published about legal persons, as long as it may be. */
@Service
public class CreditPublicity {

    public static final RegisterCode REGISTER = new RegisterCode("credit-publicity");

    static final ItemName PUBLIC_UNTIL = new ItemName("publicUntil");

    private static final ItemName CREDIT_CODE = new ItemName("creditCode");
    private static final ItemName NAME = new ItemName("name");
    private static final ItemName PUBLISHED_ON = new ItemName("publishedOn");
    private static final int MOST = 200;
    private static final int ALL_AT_ONCE = 5_000;

    private final Registers registers;
    private final RegisterReading reading;
    private final CreditRuleStore rules;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CreditPublicity(
            Registers registers,
            RegisterReading reading,
            CreditRuleStore rules,
            WorkingCalendar calendar,
            Clock clock) {
        this.registers = registers;
        this.reading = reading;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    private ReadPermit permit() {
        return new ReadPermit(
                registers.require(REGISTER).items().keySet(), Map.of(), null, "", "publicity", Actor.NOBODY);
    }

    /** Entries of legal persons whose name or code begins so, newest first. */
    public List<CreditEntry> find(String text, boolean byCode) {
        var condition = new Condition(
                byCode ? CREDIT_CODE : NAME, byCode ? Comparison.ANY_OF : Comparison.BEGINS_WITH, List.of(text));
        return published(List.of(condition));
    }

    private List<CreditEntry> published(List<Condition> conditions) {
        if (registers.find(REGISTER).isEmpty()) {
            return List.of();
        }
        var query = new RecordQuery(REGISTER, "", conditions, null, PUBLISHED_ON, true, false, null, MOST);
        var limits = rules.all();
        return reading.search(query, permit()).records().stream()
                .map(record -> toEntry(record, limits))
                .filter(this::isPublic)
                .toList();
    }

    private CreditEntry toEntry(RegisterRecord record, CreditRules limits) {
        return CreditEntry.of(
                record,
                calendar.workingDaysBetween(
                        CreditEntry.date(record, "decidedOn"), CreditEntry.date(record, "publishedOn")),
                limits);
    }

    /** Within how many working days what is decided today is published; nothing where no decisions are published. */
    public Optional<Integer> limit() {
        return registers.find(REGISTER).map(_ -> rules.all().on(CreditRules.Act.PUBLISH, LocalDate.now(clock)));
    }

    /** From its publication to the day before it is taken down. */
    private boolean isPublic(CreditEntry entry) {
        var today = LocalDate.now(clock);
        return !entry.publishedOn().isAfter(today)
                && (entry.publicUntil() == null || entry.publicUntil().isAfter(today));
    }

    /** One entry while it is public. */
    public Optional<CreditEntry> entry(String entry) {
        return entry.isBlank() || registers.find(REGISTER).isEmpty()
                ? Optional.empty()
                : reading.byKey(REGISTER, new RecordKey(entry), permit())
                        .filter(record -> record.validTo() == null)
                        .map(record -> toEntry(record, rules.all()))
                        .filter(this::isPublic);
    }

    /** Entries whose last day has come and that still count as valid. */
    List<RegisterRecord> expired() {
        var expired = new ArrayList<RegisterRecord>();
        if (registers.find(REGISTER).isPresent()) {
            var today = LocalDate.now(clock).toString();
            var condition = new Condition(PUBLIC_UNTIL, Comparison.AT_MOST, List.of(today));
            reading.each(RecordQuery.all(REGISTER, ALL_AT_ONCE).with(List.of(condition)), permit(), expired::add);
        }
        return expired;
    }

    /** How many decisions each authority published, and how many of them late. */
    public List<Timeliness> timeliness() {
        var all = new TreeMap<String, int[]>();
        if (registers.find(REGISTER).isPresent()) {
            var limits = rules.all();
            reading.each(RecordQuery.all(REGISTER, ALL_AT_ONCE), permit(), record -> {
                var entry = toEntry(record, limits);
                var counts = all.computeIfAbsent(entry.authority(), _ -> new int[2]);
                counts[0]++;
                counts[1] += entry.late() ? 1 : 0;
            });
        }
        var lines = new ArrayList<Timeliness>();
        all.forEach((authority, counts) -> lines.add(new Timeliness(authority, counts[0], counts[1])));
        lines.sort(Comparator.comparingInt(Timeliness::late).reversed());
        return lines;
    }

    /** Publications of one authority. */
    public record Timeliness(String authority, int published, int late) {

        public int inTimePercent() {
            return 100 * (published - late) / published;
        }
    }
}
