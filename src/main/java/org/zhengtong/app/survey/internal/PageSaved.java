package org.zhengtong.app.survey.internal;

import org.zhengtong.base.schema.FormEntry;

/** What came of saving a page. */
public sealed interface PageSaved {

    /** Kept as typed. */
    record Kept(OpenForm form, FormEntry entry) implements PageSaved {}

    /** This page was changed in another window meanwhile; nothing was kept, {@code typed} is what was sent. */
    record ChangedElsewhere(OpenForm typed) implements PageSaved {}
}
