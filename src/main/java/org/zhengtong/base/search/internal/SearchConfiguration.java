package org.zhengtong.base.search.internal;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.search.SearchSource;

/** Where the index lies: with each instance, or on a server when one is named. Nothing is asked of it at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {
    @Bean
    LiveIndex liveIndex(
            @Value("${zhengtong.data-dir:var}") Path data,
            SearchSettings settings,
            ObjectProvider<SearchSource> sources,
            SnapshotStore snapshots,
            EditionStore editions,
            SharedIndexStore shared) {
        var server = settings.opensearch();
        return server == null
                ? new OwnIndex(data, sources, snapshots, editions)
                : new SharedIndex(server, sources, snapshots, shared);
    }
}
