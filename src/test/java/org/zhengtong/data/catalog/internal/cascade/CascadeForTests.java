package org.zhengtong.data.catalog.internal.cascade;

import org.zhengtong.data.catalog.ResourcePublished;

/** Calls what events call. */
public final class CascadeForTests {

    private CascadeForTests() {}

    public static void told(Cascade cascade, ResourcePublished published) {
        cascade.on(published);
    }
}
