package org.zhengtong.base.identity;

import org.zhengtong.base.pack.PackReader;

/**
 * What a room shows of its own in a new demonstration, beyond the pack's content: declare it as a bean. It acts through the room's
 * front doors in the name of the demonstration's people, with words from the folder {@code demo/} of the pack.
 */
public interface DemoPart {

    /** Stable name, such as {@code sharing}. */
    String name();

    /** Place in the line: a part may rely on what parts with a lower number have done. */
    int order();

    /** Acts, within one transaction; once in the life of a demonstration. */
    void play(PackReader pack, DemoCast cast);

    /** What must be done after the commit of {@link #play}; it may be called again, and must not mind. */
    default void goOn(PackReader pack, DemoCast cast) {}
}
