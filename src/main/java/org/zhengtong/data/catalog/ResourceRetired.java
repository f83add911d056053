package org.zhengtong.data.catalog;

import java.time.Instant;

/** A resource was taken out of the catalog; its versions stay. */
public record ResourceRetired(ResourceCode code, Instant at) {}
