package org.zhengtong.data.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.catalog.CatalogImports.Preview;

/** Sending a file of entries, and what is in it. */
public record CatalogImportPage(
        List<FieldFault> errors, @Nullable Preview preview, List<String> columns) {
    /** The most findings that the page lists. */
    public static final int SHOWN = 100;
}
