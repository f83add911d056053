package org.zhengtong.base.establishment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.establishment.IncomingFiles.Preview;
import org.zhengtong.base.ui.FieldFault;

/**
 * Uploading a table, and what it would do.
 *
 * @param preview the file looked at; null before one is sent
 */
public record ImportPage(
        String table, List<FieldFault> errors, @Nullable Preview preview, boolean overtaken) {
    /** The most faults and changes that the page lists. */
    public static final int SHOWN = 100;
}
