package org.zhengtong.base.search.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.zhengtong.base.search.MarkedText;
import org.zhengtong.base.search.SearchHit;
import org.zhengtong.base.search.SearchOutcome.Count;
import org.zhengtong.base.search.SearchOutcome.Found;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.base.search.SearchSource;

/** One request put to the index. What the reader may not see is left out before anything is counted. */
final class Question {
    private static final int MOST_VALUES = 200;
    private static final int[] WEIGHTS = {900, 700, 500, 300, 100};

    private final SearchRequest request;
    private final Asked asked;
    private final List<SearchSource> sources;

    Question(SearchRequest request, Asked asked, List<SearchSource> sources) {
        this.request = request;
        this.asked = asked;
        this.sources = sources;
    }

    Found put(SearchMapping mapping) {
        var strict = put(mapping, false);
        return strict.total() > 0 || asked.isEmpty() ? strict : put(mapping, true);
    }

    private record Row(String id, String kind, String title, String text, String facts, java.time.Instant at) {}

    private Found put(SearchMapping mapping, boolean loose) {
        try (var session = mapping.createSession()) {
            var predicate = predicate(mapping.scope(IndexedDocument.class).predicate(), loose);
            var query = session.search(IndexedDocument.class)
                    .select(f -> f.composite()
                            .from(
                                    f.id(String.class),
                                    f.field(DocumentBinder.KIND, String.class),
                                    f.field(DocumentBinder.TITLE, String.class),
                                    f.field(DocumentBinder.TEXT, String.class),
                                    f.field(DocumentBinder.FACTS, String.class),
                                    f.field(DocumentBinder.AT, java.time.Instant.class))
                            .asList(Question::row))
                    .where(predicate)
                    .sort(f -> f.score().then().field(DocumentBinder.AT).desc());
            var keys = new LinkedHashMap<String, AggregationKey<Map<String, Long>>>();
            for (var name : facets()) {
                var key = AggregationKey.<Map<String, Long>>of(name);
                var field = name.equals(DocumentBinder.KIND) ? name : DocumentBinder.facet(name);
                query = query.aggregation(
                        key, f -> f.terms().field(field, String.class).maxTermCount(MOST_VALUES));
                keys.put(name, key);
            }
            var result = query.fetch(request.from(), request.most());
            var counts = new TreeMap<String, List<Count>>();
            keys.forEach((name, key) -> counts.put(name, counts(result.aggregation(key))));
            return new Found(
                    result.hits().stream().map(this::hit).toList(),
                    result.total().hitCount(),
                    loose,
                    asked.synonyms(),
                    counts);
        }
    }

    private static Row row(List<?> values) {
        return new Row(
                (String) values.get(0),
                (String) values.get(1),
                (String) values.get(2),
                (String) values.get(3),
                (String) values.get(4),
                (java.time.Instant) values.get(5));
    }

    private static List<Count> counts(Map<String, Long> values) {
        return values.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    private SearchHit hit(Row row) {
        var marks = asked.marks();
        return new SearchHit(
                row.kind(),
                row.id().substring(row.kind().length() + 1),
                MarkedText.of(row.title(), marks),
                MarkedText.excerpt(row.text(), marks),
                Facts.read(row.facts()),
                row.at());
    }

    private Set<String> facets() {
        var names = new java.util.TreeSet<String>();
        names.add(DocumentBinder.KIND);
        sources.forEach(source -> names.addAll(source.facets()));
        return names;
    }

    private SearchPredicate predicate(SearchPredicateFactory f, boolean loose) {
        var all = f.bool().filter(visible(f));
        request.filters()
                .forEach((name, values) -> all.filter(f.terms()
                        .field(name.equals(DocumentBinder.KIND) ? name : DocumentBinder.facet(name))
                        .matchingAny(values)));
        if (asked.isEmpty()) {
            return all.must(f.matchAll()).toPredicate();
        }
        var readings = f.or();
        for (var at = 0; at < asked.readings().size(); at++) {
            // what was typed counts twice as much as what only means the same
            readings.add(f.bool()
                    .must(
                            loose
                                    ? some(f, asked.readings().get(at))
                                    : every(f, asked.readings().get(at)))
                    .boost(at == 0 ? 2f : 1f));
        }
        all.must(readings);
        for (var weight : WEIGHTS) {
            all.should(f.range()
                    .field(DocumentBinder.WEIGHT)
                    .atLeast(weight)
                    .constantScore()
                    .boost(0.8f));
        }
        return all.toPredicate();
    }

    /** Kind by kind, because each has its own passes; a reader without any sees nothing of that kind. */
    private SearchPredicate visible(SearchPredicateFactory f) {
        var open = new ArrayList<SearchPredicate>();
        for (var source : sources) {
            var passes = source.passesOf(request.reader());
            if (!passes.isEmpty()) {
                open.add(f.and(
                                f.match().field(DocumentBinder.KIND).matching(source.kind()),
                                f.terms().field(DocumentBinder.READERS).matchingAny(passes))
                        .toPredicate());
            }
        }
        var any = f.or();
        open.forEach(any::add);
        return open.isEmpty() ? f.matchNone().toPredicate() : any.toPredicate();
    }

    private static SearchPredicate every(SearchPredicateFactory f, List<String> words) {
        var all = f.and();
        words.forEach(word -> all.add(somewhere(f, word)));
        return all.toPredicate();
    }

    private static SearchPredicate somewhere(SearchPredicateFactory f, String word) {
        return f.or(
                        f.phrase()
                                .field(DocumentBinder.TITLE_PAIRS)
                                .matching(word)
                                .boost(8f),
                        f.match()
                                .field(DocumentBinder.TITLE)
                                .matching(word)
                                .minimumShouldMatchPercent(100)
                                .boost(5f),
                        f.phrase()
                                .field(DocumentBinder.TEXT_PAIRS)
                                .matching(word)
                                .boost(2f),
                        f.match().field(DocumentBinder.TEXT).matching(word).minimumShouldMatchPercent(100),
                        f.match()
                                .field(DocumentBinder.CODES)
                                .matching(word)
                                .constantScore()
                                .boost(20f),
                        f.prefix()
                                .field(DocumentBinder.CODES)
                                .matching(word)
                                .constantScore()
                                .boost(10f))
                .toPredicate();
    }

    private static SearchPredicate some(SearchPredicateFactory f, List<String> words) {
        var text = String.join(" ", words);
        return f.or(
                        f.match()
                                .field(DocumentBinder.TITLE_PAIRS)
                                .matching(text)
                                .minimumShouldMatchPercent(50)
                                .boost(5f),
                        f.match()
                                .field(DocumentBinder.TEXT_PAIRS)
                                .matching(text)
                                .minimumShouldMatchPercent(70))
                .toPredicate();
    }
}
