package org.zhengtong.base.search.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index lies.
 *
 * @param opensearch a server that all instances share; without it each keeps an index of its own
 */
@ConfigurationProperties("zhengtong.search")
public record SearchSettings(@Nullable OpenSearch opensearch) {
    /**
     * A cluster of OpenSearch.
     *
     * @param hosts addresses of its nodes, such as {@code https://search-1:9200}
     * @param passwordFile a file with the password, instead of the password
     * @param prefix what the names of its indexes begin with; each platform on a cluster has another one
     * @param lease so long after an instance died another follows the database in its place
     */
    public record OpenSearch(
            List<URI> hosts,
            @Nullable String user,
            @Nullable String password,
            @Nullable Path passwordFile,
            @DefaultValue("zhengtong") String prefix,
            @DefaultValue("30s") Duration lease) {
        private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9-]{0,60}");

        public OpenSearch {
            hosts = List.copyOf(hosts);
            if (hosts.isEmpty()) {
                throw new IllegalArgumentException("zhengtong.search.opensearch.hosts names no host");
            }
            if (!PREFIX.matcher(prefix).matches()) {
                throw new IllegalArgumentException("Not a prefix of an index: " + prefix);
            }
        }

        @Nullable
        String secret() {
            try {
                return passwordFile == null
                        ? password
                        : Files.readString(passwordFile).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "OpenSearch[" + hosts + "/" + prefix + "]";
        }
    }
}
