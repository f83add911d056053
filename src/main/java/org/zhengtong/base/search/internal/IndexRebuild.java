package org.zhengtong.base.search.internal;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.search.SearchSource;

/**
 * Makes the index anew, with progress. Where instances have indexes of their own, every other one sees that a newer edition
 * is wanted and makes its own. Until each is ready, the one before answers.
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
        var before = new AtomicLong(progress.done());
        live.rebuild(editions.raise(), more -> {
            // what another instance had done when it died was counted, and is done again
            var counted = Math.min(more, before.get());
            before.addAndGet(-counted);
            progress.advance(more - counted, 0);
        });
        return JobNote.of("search.rebuild.note", live.done());
    }
}
