package org.zhengtong.base.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.search.SearchDocument;
import tools.jackson.databind.json.JsonMapper;

/** An index on a server of OpenSearch. Its positions lie in it, in a document that no question finds. */
final class ServerIndex extends IndexGeneration {
    private static final String CONNECTING = "2000";
    private static final String ANSWERING = "10000";
    private static final String POSITIONS = "positions";

    private final String prefix;
    private final int number;
    private volatile Runnable beforeWriting = () -> {
        throw new IllegalStateException("Nobody may write into this index yet");
    };

    private ServerIndex(String prefix, int number, CloseableSearchMapping mapping) {
        super(mapping);
        this.prefix = prefix;
        this.number = number;
    }

    /** Speaks to the server; the index need not be there. */
    static ServerIndex open(SearchSettings.OpenSearch settings, int number) {
        var builder = SearchMapping.builder(AnnotatedTypeSource.fromClasses(IndexedDocument.class))
                .property("hibernate.search.schema_management.strategy", "none")
                .property("hibernate.search.backend.type", "elasticsearch")
                .property(
                        "hibernate.search.backend.uris",
                        settings.hosts().stream().map(Object::toString).toList())
                .property("hibernate.search.backend.connection_timeout", CONNECTING)
                .property("hibernate.search.backend.read_timeout", ANSWERING)
                .property("hibernate.search.backend.request_timeout", ANSWERING)
                .property("hibernate.search.backend.analysis.configurer", new ServerAnalysis())
                .property("hibernate.search.backend.layout.strategy", new Layout(name(settings.prefix(), number)));
        if (settings.user() != null) {
            builder.property("hibernate.search.backend.username", settings.user())
                    .property("hibernate.search.backend.password", Objects.requireNonNullElse(settings.secret(), ""));
        }
        return new ServerIndex(settings.prefix(), number, builder.build());
    }

    private static String name(String prefix, int number) {
        return prefix + "-documents-" + number;
    }

    int number() {
        return number;
    }

    String name() {
        return name(prefix, number);
    }

    /** Makes it empty, whatever was there under its name. */
    void create() {
        scope(scope -> {
            scope.schemaManager().dropAndCreate();
            return true;
        });
    }

    /** Called before everything that is written; throws when somebody else writes now. */
    void guardedBy(Runnable check) {
        beforeWriting = check;
    }

    @Override
    void write(String kind, Collection<SearchDocument> present, Collection<String> gone) {
        if (!present.isEmpty() || !gone.isEmpty()) {
            beforeWriting.run();
            super.write(kind, present, gone);
        }
    }

    /** Lets questions find what was written. */
    void refresh() {
        scope(scope -> {
            scope.workspace().refresh();
            return true;
        });
    }

    @Override
    void keep(IndexPositions positions) {
        var text = positions.written();
        write(
                POSITIONS,
                List.of(new SearchDocument(POSITIONS, "", text, Set.of(), Map.of(), Set.of(), 0, Instant.EPOCH)),
                List.of());
    }

    /** Its positions; empty when it was never finished, or when its fields are other ones. */
    Optional<IndexPositions> kept() {
        refresh();
        var texts = Objects.requireNonNullElse(ask(ServerIndex::positions), List.<String>of());
        return texts.stream().findFirst().flatMap(IndexPositions::parse);
    }

    private static List<String> positions(SearchMapping mapping) {
        try (var session = mapping.createSession()) {
            return session.search(IndexedDocument.class)
                    .select(f -> f.field(DocumentBinder.TEXT, String.class))
                    .where(f -> f.id().matching(IndexedDocument.id(POSITIONS, POSITIONS)))
                    .fetchHits(1);
        }
    }

    /** Whether the server has no such index, or another one under its name; fails when the server does not answer. */
    boolean isLost() {
        return !isSound() && (!names().contains(name()) || !isSound());
    }

    private boolean isSound() {
        try {
            scope(scope -> {
                scope.schemaManager().validate();
                return true;
            });
            return true;
        } catch (SearchException otherOrAway) {
            return false;
        }
    }

    /** Deletes the indexes before this one. */
    void deleteOlder() {
        for (var name : names()) {
            if (Integer.parseInt(name.substring(name.lastIndexOf('-') + 1)) < number) {
                request("DELETE", "/" + name);
            }
        }
    }

    @Override
    void discard() {
        try {
            request("DELETE", "/" + name() + "?ignore_unavailable=true");
        } finally {
            close();
        }
    }

    private List<String> names() {
        var every = request("GET", "/" + prefix + "-documents-*/_alias");
        return every.propertyNames().stream()
                .filter(name -> name.matches("\\Q" + prefix + "\\E-documents-[0-9]{1,9}"))
                .toList();
    }

    private tools.jackson.databind.JsonNode request(String method, String path) {
        return Objects.requireNonNull(ask(mapping -> {
            var client = mapping.backend().unwrap(ElasticsearchBackend.class).client(RestClient.class);
            try (var body =
                    client.performRequest(new Request(method, path)).getEntity().getContent()) {
                return JsonMapper.shared().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private <T> @Nullable T scope(java.util.function.Function<SearchScope<IndexedDocument>, T> use) {
        return ask(mapping -> use.apply(mapping.scope(IndexedDocument.class)));
    }

    /** The one index under its full name, without aliases: which one answers stands in the database. */
    private record Layout(String name) implements IndexLayoutStrategy {
        @Override
        public String createInitialElasticsearchIndexName(String hibernateSearchIndexName) {
            return name;
        }

        @Override
        public @Nullable String createWriteAlias(String hibernateSearchIndexName) {
            return null;
        }

        @Override
        public @Nullable String createReadAlias(String hibernateSearchIndexName) {
            return null;
        }
    }
}
