package org.zhengtong.app.survey;

import org.zhengtong.base.files.FileOwner;

/** Number of a filled form. */
public record FilledFormId(long value) {

    /** Owner of the files attached to it. */
    public FileOwner files() {
        return new FileOwner("survey", "filled-form-" + value);
    }
}
