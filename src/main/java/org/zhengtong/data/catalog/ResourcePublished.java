package org.zhengtong.data.catalog;

import java.time.Instant;

/** A resource was published for the first time, or again after it was retired. */
public record ResourcePublished(ResourceCode code, Instant at) {}
