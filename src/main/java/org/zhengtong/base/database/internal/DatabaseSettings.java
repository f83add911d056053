package org.zhengtong.base.database.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL the node uses.
 *
 * @param dataDir folder of everything this node keeps
 * @param database an outside server; empty starts the embedded one
 */
@ConfigurationProperties("zhengtong")
public record DatabaseSettings(
        @DefaultValue("var") Path dataDir, @DefaultValue Outside database) {

    /**
     * An outside server.
     *
     * @param url its JDBC address
     * @param connections size of the pool
     * @param durable without it, the embedded one does not wait for the disk (tests)
     * @param replicaUrls JDBC addresses of its streaming replicas, reached with the same user and password
     * @param replicaLag how old the answers of a replica may be
     */
    public record Outside(
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("24") int connections,
            @DefaultValue("true") boolean durable,
            @DefaultValue List<String> replicaUrls,
            @DefaultValue("5s") Duration replicaLag) {

        public Outside {
            replicaUrls = List.copyOf(replicaUrls);
        }
    }
}
