package org.zhengtong.base.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.springframework.util.FileSystemUtils;
import org.zhengtong.base.search.SearchDocument;

/**
 * One index on disk from its making to its end. What is written is on disk when the method returns; the positions of the
 * feeds are kept beside it afterwards, so that after a crash changes are applied twice rather than never.
 */
final class IndexGeneration implements AutoCloseable {
    private final Path folder;
    private final CloseableSearchMapping mapping;
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    private IndexGeneration(Path folder, CloseableSearchMapping mapping) {
        this.folder = folder;
        this.mapping = mapping;
    }

    static IndexGeneration open(Path folder) {
        var builder = SearchMapping.builder(AnnotatedTypeSource.fromClasses(IndexedDocument.class))
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "9.12.3")
                .property("hibernate.search.backend.analysis.configurer", new ChineseAnalysis())
                .property(
                        "hibernate.search.backend.directory.root",
                        folder.resolve("lucene").toString());
        return new IndexGeneration(folder, builder.build());
    }

    Path folder() {
        return folder;
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
    <T> @org.jspecify.annotations.Nullable T ask(Function<SearchMapping, T> question) {
        open.readLock().lock();
        try {
            return closed ? null : question.apply(mapping);
        } finally {
            open.readLock().unlock();
        }
    }

    void keep(IndexPositions positions) {
        positions.write(folder);
    }

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

    /** Closes it and deletes its files. */
    void discard() {
        close();
        delete(folder);
    }

    static void delete(Path folder) {
        try {
            if (Files.exists(folder)) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
