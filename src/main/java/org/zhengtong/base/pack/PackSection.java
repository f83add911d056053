package org.zhengtong.base.pack;

/** A room's part of a pack, implemented as a bean: which files it reads, what must hold, and how they enter the room. */
public interface PackSection {

    /** The section's name, usually the room's, such as {@code organization}. */
    String name();

    /** Place in the line: a section may rely on what sections with a lower number have applied. */
    int order();

    /**
     * Reports everything that is wrong with this room's files, never throws for a content error and changes nothing. It
     * runs before any section is applied, so what other sections bring must be looked up in the pack's files.
     */
    void check(PackReader pack, PackErrors errors);

    /** Takes the checked files over, inside the one transaction of the import; the same content again changes nothing. */
    void apply(PackReader pack);
}
