package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseImport;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.LicenseAwaited;
import org.zhengtong.service.casework.PastCase;

/** Replays each case, numbers all of them, and writes them with few statements. */
@Service
class ImportedCases implements CaseImport {

    /** Cases written together; more would only need more memory. */
    private static final int CHUNK = 1_000;

    private final PastReading reading;
    private final NumberSeriesStore numbers;
    private final ImportStore store;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    ImportedCases(
            PastReading reading,
            NumberSeriesStore numbers,
            ImportStore store,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.reading = reading;
        this.numbers = numbers;
        this.store = store;
        this.audit = audit;
        this.events = events;
    }

    @Override
    @Transactional
    public Outcome take(String source, List<PastCase> cases, Actor by) {
        var faults = new ArrayList<Fault>();
        var lives = reading.read(cases, faults);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults);
        }
        var keys = number(lives);
        write(lives, keys);
        var imported = Arrays.stream(keys).mapToObj(CaseKey::number).toList();
        var running = (int) lives.stream().filter(life -> life.closedAt == null).count();
        audit.record(AuditAction.of(by, "casework.import_cases", "case_import", source)
                .with("cases", lives.size())
                .with("running", running));
        tellGranted(lives, imported);
        return new Outcome.Imported(imported, running);
    }

    private record Series(String county, LocalDate day) implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            var first = county.compareTo(other.county);
            return first == 0 ? day.compareTo(other.day) : first;
        }
    }

    /** Serials rise with the time of filing within each county and day. */
    private long[] number(List<PastLife> lives) {
        var series = new TreeMap<Series, List<Integer>>();
        for (var at = 0; at < lives.size(); at++) {
            var life = lives.get(at);
            var county = life.past.division().value().substring(0, 6);
            series.computeIfAbsent(new Series(county, life.on(life.filedAt)), _ -> new ArrayList<>())
                    .add(at);
        }
        var keys = new long[lives.size()];
        var lasts = numbers.reserveAll(series.entrySet().stream()
                .map(entry -> new NumberSeriesStore.Wanted(
                        entry.getKey().county(),
                        entry.getKey().day(),
                        entry.getValue().size()))
                .toList());
        series.forEach((one, places) -> {
            var serial = Objects.requireNonNull(lasts.get(one.county() + one.day())) - places.size();
            places.sort(Comparator.comparing((Integer place) -> lives.get(place).filedAt));
            for (var place : places) {
                keys[place] = CaseKey.of(one.county(), one.day(), ++serial);
            }
            if (serial > CaseKey.MOST) {
                throw new ProblemException(CaseworkProblem.NUMBERS_EXHAUSTED, one.county());
            }
        });
        return keys;
    }

    private void write(List<PastLife> lives, long[] keys) {
        for (var from = 0; from < lives.size(); from += CHUNK) {
            var rows = new TreeMap<String, List<PastLifeRows>>();
            for (var at = from; at < Math.min(from + CHUNK, lives.size()); at++) {
                var form = lives.get(at).ground.procedure().procedure().form();
                rows.computeIfAbsent(form, _ -> new ArrayList<>()).add(new PastLifeRows(keys[at], lives.get(at)));
            }
            rows.forEach((form, ofForm) -> store.add(ofForm, reading.formVersion(form)));
        }
        store.analyze();
    }

    private void tellGranted(List<PastLife> lives, List<CaseNumber> imported) {
        for (var at = 0; at < lives.size(); at++) {
            var life = lives.get(at);
            var licenseType = life.ground.procedure().procedure().licenseType();
            if (life.state == CaseState.GRANTED && licenseType != null) {
                events.publishEvent(new LicenseAwaited(imported.get(at), licenseType));
            }
        }
    }
}
