package org.zhengtong.base.schema.internal;

import org.zhengtong.base.schema.Forms;

/** The forms' front door without a platform, for tests of other rooms. */
public final class RealForms {

    private RealForms() {}

    /** Reads and checks forms with the real texts. */
    public static Forms forms() {
        return FormFixtures.forms();
    }
}
