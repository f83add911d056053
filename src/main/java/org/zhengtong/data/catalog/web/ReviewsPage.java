package org.zhengtong.data.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.CatalogDraft;

/** What waits for review, the most urgent first. */
public record ReviewsPage(
        String text,
        CatalogDraft.@Nullable State state,
        List<CatalogDraft> drafts,
        long total,
        String done,
        @Nullable String next,
        @Nullable String first) {}
