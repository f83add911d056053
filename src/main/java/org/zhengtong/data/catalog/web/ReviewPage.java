package org.zhengtong.data.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogReading.Difference;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceUses;
import org.zhengtong.data.catalog.RuleFinding;

/**
 * One filed draft before its reviewer.
 *
 * @param published what it changes or retires; null for a new one
 * @param own whether the reviewer filed it himself
 */
public record ReviewPage(
        CatalogDraft draft,
        @Nullable Resource published,
        List<Difference> differences,
        List<RuleFinding> findings,
        List<ResourceUses.Use> uses,
        List<Resource> namedBy,
        Words words,
        boolean own,
        List<FieldFault> errors,
        String note) {}
