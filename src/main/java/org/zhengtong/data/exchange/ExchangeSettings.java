package org.zhengtong.data.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this node exchanges.
 *
 * @param enabled whether this instance carries envelopes; others may, through the same database
 * @param every how often it looks for work when nothing called it
 * @param validity how long an envelope is worth something when its sender does not say
 * @param clockSkew how far another node's clock may be ahead
 * @param largest largest payload that is taken
 * @param reserve room on the disk below which nothing is taken
 * @param ferryFolder holds {@code <node>/out} and {@code <node>/in}; without it {@code ferry} in the data folder
 * @param ferryRepeats how often a batch is written for a one-way ferry
 * @param ferryPause time between two repetitions
 * @param longestPause longest wait between two tries to reach a node
 * @param kafka cluster for neighbours that are reached over one; null without
 * @param introduction nodes that meet through a folder of this machine, without anybody comparing fingerprints
 */
@ConfigurationProperties("zhengtong.exchange")
public record ExchangeSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2s") Duration every,
        @DefaultValue("30d") Duration validity,
        @DefaultValue("5m") Duration clockSkew,
        @DefaultValue("8GB") DataSize largest,
        @DefaultValue("256MB") DataSize reserve,
        @Nullable Path ferryFolder,
        @DefaultValue("3") int ferryRepeats,
        @DefaultValue("10m") Duration ferryPause,
        @DefaultValue("5m") Duration longestPause,
        @Nullable Kafka kafka,
        @Nullable Introduction introduction) {

    /**
     * A Kafka cluster.
     *
     * @param servers where it is reached first, such as {@code kafka1:9092,kafka2:9092}
     * @param prefix stands before the names of topics and of the group
     * @param message octets of the longest message; what is longer is cut. Not more than the cluster takes
     * @param properties of the client, such as {@code security.protocol} and {@code sasl.jaas.config}
     */
    public record Kafka(
            String servers,
            @DefaultValue("zhengtong.") String prefix,
            @DefaultValue("900KB") DataSize message,
            @DefaultValue Map<String, String> properties) {

        public Kafka {
            properties = Map.copyOf(properties);
        }

        /** Without what the client signs in with. */
        @Override
        public String toString() {
            return servers;
        }
    }

    /**
     * Nodes of one operator on one machine: each puts its card into the folder and accepts those it is told to, once. Whoever can write
     * there decides whom this node trusts.
     *
     * @param folder where the cards lie
     * @param nodes such as {@code 370100-main:PUSH:vouching}: code, way, and whether nodes it vouches for are trusted, too
     */
    public record Introduction(Path folder, List<String> nodes) {}
}
