package org.zhengtong.base.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.springframework.util.FileSystemUtils;

/** An index of Lucene in a folder. */
final class FolderIndex extends IndexGeneration {
    private final Path folder;

    private FolderIndex(Path folder, CloseableSearchMapping mapping) {
        super(mapping);
        this.folder = folder;
    }

    static FolderIndex open(Path folder) {
        var builder = SearchMapping.builder(AnnotatedTypeSource.fromClasses(IndexedDocument.class))
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.lucene_version", "9.12.3")
                .property("hibernate.search.backend.analysis.configurer", new ChineseAnalysis())
                .property(
                        "hibernate.search.backend.directory.root",
                        folder.resolve("lucene").toString());
        return new FolderIndex(folder, builder.build());
    }

    @Override
    void keep(IndexPositions positions) {
        positions.write(folder);
    }

    @Override
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
