package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.service.casework.CaseClocks;
import org.zhengtong.service.casework.CaseView;

/** The clocks of all cases, from their indexes. */
@Service
class KnownClocks implements CaseClocks {

    private final ClockSearch search;

    KnownClocks(ClockSearch search) {
        this.search = search;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DueClock> dueOnOrBefore(LocalDate day, @Nullable ClockRef after, int size) {
        return search.dueOnOrBefore(day, after, size);
    }

    @Override
    @Transactional(readOnly = true)
    public List<DueClock> missedBetween(LocalDate from, LocalDate to, int size) {
        return search.missedBetween(from, to, size);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseView.Happening> evidence(ClockRef clock) {
        return search.events(CaseKey.of(clock.number()));
    }
}
