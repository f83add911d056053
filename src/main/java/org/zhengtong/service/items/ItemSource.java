package org.zhengtong.service.items;

import org.jspecify.annotations.Nullable;

/** Where an entry was taken from: a sentence for readers, and the original page. */
public record ItemSource(String text, @Nullable String url) {}
