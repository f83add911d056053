package org.zhengtong.base.search.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.search.SearchSource;

/**
 * Makes the index anew, here with progress; every other instance that has one open sees that a newer edition is wanted and
 * makes its own. Until each is ready, the one before answers.
 */
@Component
class IndexRebuild implements LongWork {
    static final String KIND = "search.rebuild";

    private final LiveIndex live;
    private final EditionStore editions;

    IndexRebuild(LiveIndex live, EditionStore editions) {
        this.live = live;
        this.editions = editions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        progress.expect(live.sources().stream().mapToLong(SearchSource::count).sum());
        live.rebuild(editions.raise(), more -> progress.advance(more, 0));
        return JobNote.of("search.rebuild.note", live.done());
    }
}
