package org.zhengtong.base.search.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.search.SearchDocument;

/**
 * One index from its making to its end. What is written is kept when the method returns; the positions of the feeds are
 * kept beside it afterwards, so that after a crash changes are applied twice rather than never.
 */
abstract sealed class IndexGeneration implements AutoCloseable permits FolderIndex, ServerIndex {
    private final CloseableSearchMapping mapping;
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    IndexGeneration(CloseableSearchMapping mapping) {
        this.mapping = mapping;
    }

    /** Puts documents in or over their former selves, and takes out those that are gone. */
    void write(String kind, Collection<SearchDocument> present, Collection<String> gone) {
        try (var session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.writeSync())
                .build()) {
            var plan = session.indexingPlan();
            present.forEach(content -> plan.addOrUpdate(new IndexedDocument(kind, content)));
            gone.forEach(key -> plan.delete(new IndexedDocument(kind, nothing(key))));
        }
    }

    private static SearchDocument nothing(String key) {
        return new SearchDocument(key, "", "", Set.of(), Map.of(), Set.of(), 0, Instant.EPOCH);
    }

    /** Asks while the index is open; null when it was closed for a newer one. */
    <T> @Nullable T ask(Function<SearchMapping, T> question) {
        open.readLock().lock();
        try {
            return closed ? null : question.apply(mapping);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Keeps how far it has followed its feeds. */
    abstract void keep(IndexPositions positions);

    /** Closes it and deletes what it holds. */
    abstract void discard();

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                mapping.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
