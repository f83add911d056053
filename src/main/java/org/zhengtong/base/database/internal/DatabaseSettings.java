package org.zhengtong.base.database.internal;

import java.nio.file.Path;
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

    /** An outside server: JDBC address, user, password; {@code connections} counts the pool; without {@code durable} the embedded one does not wait for the disk (tests). */
    public record Outside(
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("24") int connections,
            @DefaultValue("true") boolean durable) {}
}
