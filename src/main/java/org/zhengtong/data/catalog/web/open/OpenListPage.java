package org.zhengtong.data.catalog.web.open;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.web.ListForm;
import org.zhengtong.data.catalog.web.ListPage;
import org.zhengtong.data.catalog.web.Words;

/** Open datasets, found and narrowed. */
public record OpenListPage(
        ListForm form,
        List<ListPage.Choice> choices,
        List<Resource> resources,
        long total,
        boolean loose,
        Words words,
        @Nullable String next,
        @Nullable String first) {}
