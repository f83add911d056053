package org.zhengtong.service.casework.internal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.service.casework.CaseLeads;

@Service
class KnownLeads implements CaseLeads {

    private final LeadSearch search;

    KnownLeads(LeadSearch search) {
        this.search = search;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Lead> quick(Question question) {
        return search.quick(question);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Lead> pairs(Question question) {
        return search.pairs(question);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Lead> jumps(Question question) {
        return search.jumps(question);
    }
}
