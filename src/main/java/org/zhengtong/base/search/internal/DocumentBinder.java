package org.zhengtong.base.search.internal;

import java.util.List;
import java.util.Locale;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.IndexObjectFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.ObjectStructure;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;

/**
 * The fields of the index. Each text is there twice: in words as a Chinese dictionary parts them, which ranks well, and in
 * pairs of characters, which finds names that no dictionary knows.
 */
public class DocumentBinder implements TypeBinder {
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String TITLE_PAIRS = "title_pairs";
    static final String TEXT = "text";
    static final String TEXT_PAIRS = "text_pairs";
    static final String CODES = "codes";
    static final String READERS = "readers";
    static final String WEIGHT = "weight";
    static final String AT = "at";
    static final String FACETS = "facets";
    static final String FACTS = "facts";

    /** Lucene refuses single terms above 32 kB. */
    private static final int LONGEST_CODE = 200;

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().useRootOnly();
        context.bridge(IndexedDocument.class, new Bridge(context.indexSchemaElement()));
    }

    static String facet(String name) {
        return FACETS + "." + name;
    }

    /** Writes a document's values into the fields. */
    private static final class Bridge implements TypeBridge<IndexedDocument> {
        private final IndexFieldReference<String> kind;
        private final IndexFieldReference<String> title;
        private final IndexFieldReference<String> titlePairs;
        private final IndexFieldReference<String> text;
        private final IndexFieldReference<String> textPairs;
        private final IndexFieldReference<String> codes;
        private final IndexFieldReference<String> readers;
        private final IndexFieldReference<Integer> weight;
        private final IndexFieldReference<java.time.Instant> at;
        private final IndexFieldReference<String> facts;
        private final IndexObjectFieldReference facets;

        Bridge(IndexSchemaElement root) {
            kind = root.field(
                            KIND, f -> f.asString().projectable(Projectable.YES).aggregable(Aggregable.YES))
                    .toReference();
            title = root.field(
                            TITLE,
                            f -> f.asString().analyzer(ChineseAnalysis.WORDS).projectable(Projectable.YES))
                    .toReference();
            titlePairs = root.field(TITLE_PAIRS, f -> f.asString().analyzer(ChineseAnalysis.PAIRS))
                    .toReference();
            text = root.field(
                            TEXT,
                            f -> f.asString().analyzer(ChineseAnalysis.WORDS).projectable(Projectable.YES))
                    .toReference();
            textPairs = root.field(TEXT_PAIRS, f -> f.asString().analyzer(ChineseAnalysis.PAIRS))
                    .toReference();
            codes = root.field(CODES, f -> f.asString()).multiValued().toReference();
            readers = root.field(READERS, f -> f.asString()).multiValued().toReference();
            weight = root.field(WEIGHT, f -> f.asInteger()).toReference();
            at = root.field(AT, f -> f.asInstant().projectable(Projectable.YES).sortable(Sortable.YES))
                    .toReference();
            facts = root.field(FACTS, f -> f.asString().projectable(Projectable.YES))
                    .toReference();
            var each = root.objectField(FACETS, ObjectStructure.FLATTENED);
            each.fieldTemplate("value", f -> f.asString().aggregable(Aggregable.YES))
                    .multiValued();
            facets = each.toReference();
        }

        @Override
        public void write(DocumentElement target, IndexedDocument document, TypeBridgeWriteContext context) {
            var content = document.content();
            target.addValue(kind, document.kind());
            target.addValue(title, content.title());
            target.addValue(titlePairs, content.title());
            target.addValue(text, content.text());
            target.addValue(textPairs, content.text());
            content.codes().stream()
                    .filter(code -> code.length() <= LONGEST_CODE)
                    .forEach(code -> target.addValue(codes, code.toLowerCase(Locale.ROOT)));
            content.readers().forEach(reader -> target.addValue(readers, reader));
            target.addValue(weight, content.weight());
            target.addValue(at, content.at());
            target.addValue(facts, Facts.written(content.facets()));
            var values = target.addObject(facets);
            content.facets().forEach((name, all) -> List.copyOf(all).forEach(value -> values.addValue(name, value)));
        }
    }
}
