package org.zhengtong.data.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published or retired resource.
 *
 * @param origin the node it was received from; empty for one of our own
 * @param receivedAt when that node last told of it; null for one of our own
 */
public record Resource(
        long id,
        String origin,
        ResourceCode code,
        ResourceState state,
        int version,
        ResourceMetadata metadata,
        Instant publishedAt,
        Instant changedAt,
        @Nullable Instant retiredAt,
        @Nullable Instant receivedAt) {

    /** Whether it stands in another node's catalog. */
    public boolean foreign() {
        return !origin.isEmpty();
    }

    /** Whether everybody may know of it. */
    public boolean open() {
        var openness = metadata.opening().openness();
        return state == ResourceState.PUBLISHED && openness != null && openness != Openness.CLOSED;
    }

    /** Its place in addresses: {@code 3070030001-000012}, with the node before it when it is foreign. */
    public String path() {
        return foreign() ? origin + "~" + code.path() : code.path();
    }
}
