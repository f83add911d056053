package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.service.casework.CaseFacts;

@Service
class KnownFacts implements CaseFacts {

    private final FactSearch search;

    KnownFacts(FactSearch search) {
        this.search = search;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Exceeded> exceeded(LocalDate dueTo, LocalDate endedFrom) {
        return search.exceeded(dueTo, endedFrom);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Deed> refusalsWithReasonBelow(int characters, Instant from, Instant before) {
        return search.refusals(characters, from, before);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Deed> denialsWithReasonBelow(int characters, Instant from, Instant before) {
        return search.denials(characters, from, before);
    }
}
