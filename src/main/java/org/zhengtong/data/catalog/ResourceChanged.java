package org.zhengtong.data.catalog;

import java.time.Instant;

/** A new version of a published resource is in force. */
public record ResourceChanged(ResourceCode code, int version, Instant at) {}
