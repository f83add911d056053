package org.zhengtong.service.casework;

import org.zhengtong.base.files.FileOwner;

/** Number of a draft (草稿); only its owner and the clerk who made it can open it. */
public record DraftId(long value) {

    /** Owner of the files uploaded to the draft; filing hands them over to the case. */
    public FileOwner files() {
        return new FileOwner("casework", "draft-" + value);
    }
}
