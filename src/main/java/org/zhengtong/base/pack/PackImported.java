package org.zhengtong.base.pack;

import java.time.Instant;

/** A pack was imported; published inside the import's transaction. */
public record PackImported(String name, String version, String digest, Instant at, String by) {}
