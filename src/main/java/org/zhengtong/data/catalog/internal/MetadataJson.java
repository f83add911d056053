package org.zhengtong.data.catalog.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.zhengtong.data.catalog.CatalogEntrySnapshot;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceMetadata;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Sheets and snapshots as JSON, fields in the order of the alphabet, so that equal content gives an equal digest. */
public final class MetadataJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private MetadataJson() {}

    public static String write(ResourceMetadata metadata) {
        return JSON.writeValueAsString(metadata);
    }

    public static ResourceMetadata read(String text) {
        return JSON.readValue(text, ResourceMetadata.class);
    }

    public static String write(CatalogEntrySnapshot snapshot) {
        return JSON.writeValueAsString(snapshot);
    }

    public static CatalogEntrySnapshot readSnapshot(String text) {
        return JSON.readValue(text, CatalogEntrySnapshot.class);
    }

    public static CatalogEntrySnapshot snapshot(Resource resource) {
        return signed(new CatalogEntrySnapshot(
                resource.code().value(),
                resource.version(),
                resource.state(),
                resource.metadata(),
                resource.publishedAt(),
                resource.changedAt(),
                ""));
    }

    private static CatalogEntrySnapshot signed(CatalogEntrySnapshot bare) {
        return new CatalogEntrySnapshot(
                bare.code(),
                bare.version(),
                bare.state(),
                bare.metadata(),
                bare.publishedAt(),
                bare.changedAt(),
                digest(write(bare)));
    }

    public static boolean intact(CatalogEntrySnapshot snapshot) {
        var bare = new CatalogEntrySnapshot(
                snapshot.code(),
                snapshot.version(),
                snapshot.state(),
                snapshot.metadata(),
                snapshot.publishedAt(),
                snapshot.changedAt(),
                "");
        return signed(bare).digest().equals(snapshot.digest());
    }

    public static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
