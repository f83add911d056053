package org.zhengtong.data.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.data.catalog.CatalogDraft;

/** Drafts of departments that one compiles for. */
public record DraftsPage(
        String text,
        CatalogDraft.@Nullable State state,
        List<CatalogDraft> drafts,
        long total,
        List<Department> departments,
        String done,
        List<String> stopped,
        @Nullable String next,
        @Nullable String first) {}
