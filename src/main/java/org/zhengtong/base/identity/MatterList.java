package org.zhengtong.base.identity;

import java.util.List;

/** What agents can be authorized for; declared by the room that knows what can be applied for. */
public interface MatterList {

    /** One matter. */
    record Matter(String code, String name) {}

    /** All of them. */
    List<Matter> all();
}
