package org.zhengtong.data.catalog;

import java.time.Instant;

/**
 * A published or retired entry as it travels to other catalogs.
 *
 * @param digest SHA-256 over everything else, in hexadecimal; an entry whose digest does not fit is refused
 */
public record CatalogEntrySnapshot(
        String code,
        int version,
        ResourceState state,
        ResourceMetadata metadata,
        Instant publishedAt,
        Instant changedAt,
        String digest) {}
