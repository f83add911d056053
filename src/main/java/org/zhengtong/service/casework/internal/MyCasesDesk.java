package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.MyCases;

/** {@link MyCases}: what somebody who acts for an enterprise sees is narrowed to the matters entrusted to him. */
@Service
class MyCasesDesk implements MyCases {

    private final MyCasesSearch search;

    MyCasesDesk(MyCasesSearch search) {
        this.search = search;
    }

    @Override
    @Transactional(readOnly = true)
    public Page list(Filter filter, String after, int size, CurrentUser applicant) {
        var question = question(applicant, filter.text().strip());
        var found = search.page(question, filter.show(), FiledCursor.parse(after), size + 1);
        var more = found.size() > size;
        var shown = more ? found.subList(0, size) : found;
        return new Page(shown, search.counts(question), more ? FiledCursor.after(shown.getLast()) : "");
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseNumber> numbers(CurrentUser applicant) {
        return search.numbers(question(applicant, ""));
    }

    private static MyCasesSearch.Question question(CurrentUser applicant, String text) {
        var acting = applicant.acting();
        return new MyCasesSearch.Question(applicant.id().value(), acting == null ? Set.of() : acting.matters(), text);
    }
}
