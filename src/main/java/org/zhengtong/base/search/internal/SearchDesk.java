package org.zhengtong.base.search.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.search.SearchIndex;
import org.zhengtong.base.search.SearchOutcome;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.base.search.SearchSource;

/** The front door: words made ready, the index asked. */
@Service
class SearchDesk implements SearchIndex {
    static final String REBUILD = "search.rebuild_index";

    private static final int DEEPEST = 2_000;

    private final LiveIndex live;
    private final SynonymStore synonyms;
    private final Jobs jobs;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Cache<String, Synonyms> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    SearchDesk(LiveIndex live, SynonymStore synonyms, Jobs jobs, Permissions permissions, AuditLog audit) {
        this.live = live;
        this.synonyms = synonyms;
        this.jobs = jobs;
        this.permissions = permissions;
        this.audit = audit;
    }

    @Override
    public SearchOutcome search(SearchRequest request) {
        return answer(request, question -> live.ask(question::put));
    }

    @Override
    public SearchOutcome searchAtOnce(SearchRequest request) {
        return answer(request, question -> live.askAtOnce(question::put));
    }

    private SearchOutcome answer(SearchRequest request, Function<Question, Optional<SearchOutcome.Found>> index) {
        var asked = Asked.of(request.text(), known.get("all", all -> new Synonyms(synonyms.groups())));
        var within = new SearchRequest(
                request.text(),
                request.kinds(),
                request.filters(),
                request.reader(),
                Math.clamp(request.from(), 0, DEEPEST),
                request.most());
        return index.apply(new Question(within, asked, asked(request)))
                .<SearchOutcome>map(found -> found)
                .orElseGet(() -> new SearchOutcome.Preparing(live.done(), live.total()));
    }

    private List<SearchSource> asked(SearchRequest request) {
        return live.sources().stream()
                .filter(source -> request.kinds().isEmpty() || request.kinds().contains(source.kind()))
                .toList();
    }

    @Override
    @Transactional
    public WorkId rebuild(CurrentUser by) {
        permissions.require(by, REBUILD);
        audit.record(AuditAction.of(by.actor(), REBUILD, "search", "index"));
        return jobs.start(new WorkRequest(IndexRebuild.KIND, JobNote.of("search.rebuild.title"), "", by.name()));
    }
}
