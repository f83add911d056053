package org.zhengtong.app.node.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseImport;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.PastCase;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.Procedures;

/**
 * Fills a new demonstration with made-up cases of the last working days in all cities of the pack, so that its pages have
 * something to show. The same on every machine, but for the days, which are counted back from today.
 */
@Component
class DemoHistory {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);
    private static final long SEED = 20260302;
    private static final int WORKING_DAYS = 40;
    private static final int ON_A_WORKING_DAY = 35;
    private static final int ON_A_DAY_OFF = 7;
    private static final int BUSY = 4;

    private final CaseImport imports;
    private final Procedures procedures;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final WorkingCalendar calendar;
    private final AuditProofs audit;
    private final Clock clock;

    DemoHistory(
            CaseImport imports,
            Procedures procedures,
            Divisions divisions,
            StaffDirectory staff,
            WorkingCalendar calendar,
            AuditProofs audit,
            Clock clock) {
        this.imports = imports;
        this.procedures = procedures;
        this.divisions = divisions;
        this.staff = staff;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Fills a demonstration that has no cases yet. The log entry written with the made-up cases says whether they are there;
     * it was committed with them or not at all, so a program killed at any moment fills them in at its next start.
     */
    void fillOnce(PackReader pack) {
        if (audit.entriesAbout("case_import", source(pack)).isEmpty() && !anyCaseFiled()) {
            fill(pack);
        }
    }

    private boolean anyCaseFiled() {
        return !audit.search(new AuditQuery(null, null, null, "casework.file", null, null, null, 1))
                .isEmpty();
    }

    private static String source(PackReader pack) {
        return pack.name() + "/demo";
    }

    /** Makes the cases and imports them, if the pack says what to make them of. */
    private void fill(PackReader pack) {
        var cases = make(pack);
        if (cases.isEmpty()) {
            return;
        }
        switch (imports.take(source(pack), cases, Actor.system("node"))) {
            case CaseImport.Outcome.Imported imported ->
                LOG.info("Demonstration: {} made-up cases, {} of them running", cases.size(), imported.running());
            case CaseImport.Outcome.Refused refused ->
                throw new IllegalStateException("The made-up cases are wrong: " + refused.faults());
        }
    }

    List<PastCase> make(PackReader pack) {
        if (!DemoWords.in(pack)) {
            return List.of();
        }
        var words = DemoWords.of(pack);
        var random = new Random(SEED);
        var item = new ItemCode(words.word("item", random));
        return procedures
                .findByItem(item)
                .map(procedure -> new Making(words, random, item, procedure).make())
                .orElse(List.of());
    }

    /** One making of all cases. */
    private final class Making {

        private final DemoWords words;
        private final Random random;
        private final ItemCode item;
        private final Procedure procedure;
        private final DemoTimes times;
        private final DemoLife life;
        private final DemoApplication applications;
        private final Map<DivisionCode, List<Division>> counties = new HashMap<>();
        private final Map<DivisionCode, List<String>> streets = new HashMap<>();
        private final Map<DepartmentId, List<String>> clerks = new HashMap<>();

        Making(DemoWords words, Random random, ItemCode item, Procedure procedure) {
            this.words = words;
            this.random = random;
            this.item = item;
            this.procedure = procedure;
            times = new DemoTimes(calendar, clock.getZone(), random);
            life = new DemoLife(words, times, random, clock.instant());
            applications = new DemoApplication(words, random);
        }

        List<PastCase> make() {
            var cases = new ArrayList<PastCase>();
            var today = LocalDate.now(clock);
            for (var day = calendar.addWorkingDays(today, -WORKING_DAYS); !day.isAfter(today); day = day.plusDays(1)) {
                var usual = calendar.isWorkingDay(day) ? ON_A_WORKING_DAY : ON_A_DAY_OFF;
                for (var left = usual * (85 + random.nextInt(31)) / 100; left > 0; left--) {
                    file(day, cases);
                }
            }
            return cases;
        }

        private void file(LocalDate day, List<PastCase> cases) {
            var city = city();
            var county = county(city.code());
            var filedAt = times.filing(day);
            var late = random.nextInt(100) < city.latePercent();
            var filled = applications.fill(divisions.require(city.code()), county, streets(county.code()));
            var deeds = life.live(procedure, filedAt, late, slug -> clerk(DepartmentId.of(city.code(), slug)));
            if (!deeds.isEmpty() && hasCast(city.code())) {
                deeds = life.leaveUndone(deeds, procedure);
            }
            var channel = times.inOffice(filedAt) && random.nextInt(4) == 0 ? Channel.WINDOW : Channel.ONLINE;
            if (!deeds.isEmpty()) {
                cases.add(new PastCase(
                        cases.size() + 1,
                        item,
                        county.code(),
                        city.code(),
                        channel,
                        filled.applicant(),
                        filled.answers(),
                        deeds));
            }
        }

        private boolean hasCast(DivisionCode city) {
            return !staff.of(DepartmentId.of(city, procedure.intake().department()))
                    .isEmpty();
        }

        private DemoWords.City city() {
            var left = random.nextInt(
                    words.cities().stream().mapToInt(DemoWords.City::weight).sum());
            for (var city : words.cities()) {
                left -= city.weight();
                if (left < 0) {
                    return city;
                }
            }
            throw new IllegalStateException("No city weighs anything");
        }

        /** The county where the demonstration plays is the busiest of its city. */
        private Division county(DivisionCode city) {
            var all = counties.computeIfAbsent(city, unknown -> {
                var found = new ArrayList<>(divisions.children(unknown));
                var busy = new DivisionCode(words.word("busy_county", random));
                divisions.find(busy).filter(found::contains).ifPresent(one -> {
                    for (var more = 1; more < BUSY; more++) {
                        found.add(one);
                    }
                });
                return found;
            });
            return all.get(random.nextInt(all.size()));
        }

        private List<String> streets(DivisionCode county) {
            return streets.computeIfAbsent(
                    county,
                    unknown -> divisions.children(unknown).stream()
                            .map(Division::name)
                            .toList());
        }

        private String clerk(DepartmentId department) {
            var names = clerks.computeIfAbsent(department, unknown -> {
                var known = staff.of(unknown).stream().map(StaffMember::name).toList();
                return known.isEmpty() ? List.of(words.person(random), words.person(random)) : known;
            });
            return names.get(random.nextInt(names.size()));
        }
    }
}
