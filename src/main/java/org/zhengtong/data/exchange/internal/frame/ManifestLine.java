package org.zhengtong.data.exchange.internal.frame;

/** What follows the manifest in a ferried file. */
public record ManifestLine(String file, int frames, long octets, int repetition) {}
