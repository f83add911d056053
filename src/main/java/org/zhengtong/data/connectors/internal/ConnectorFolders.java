package org.zhengtong.data.connectors.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where connectors find what lies on this machine.
 *
 * @param dataDir folder of everything this node keeps
 */
@ConfigurationProperties("zhengtong")
public record ConnectorFolders(
        @DefaultValue("var") Path dataDir, @DefaultValue Folders connectors) {

    /**
     * The folders; without a choice they lie in the data folder.
     *
     * @param incoming holds a folder for each source of files
     * @param drivers holds the JDBC drivers that the operator adds, as JAR files
     */
    public record Folders(@Nullable Path incoming, @Nullable Path drivers) {}

    public Path incoming() {
        var chosen = connectors.incoming();
        return chosen == null ? dataDir.resolve("incoming") : chosen;
    }

    /** Files of other machines lie here while they are read. */
    public Path fetched() {
        return dataDir.resolve("fetched");
    }

    public Path drivers() {
        var chosen = connectors.drivers();
        return chosen == null ? dataDir.resolve("drivers") : chosen;
    }
}
