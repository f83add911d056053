package org.zhengtong.base.search;

import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.WorkId;

/** Front door of the room. The index is opened at the first question and follows the database from then on. */
public interface SearchIndex {
    /** Answers a question, waiting a moment for an index that is just being opened. */
    SearchOutcome search(SearchRequest request);

    /** Like {@link #search}, but never waits: for pages that have another way to answer. */
    SearchOutcome searchAtOnce(SearchRequest request);

    /** Makes the index anew from all sources while the present one goes on answering; seen among the long work. */
    WorkId rebuild(CurrentUser by);
}
