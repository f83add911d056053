package org.zhengtong.base.pack;

import java.util.List;
import org.zhengtong.base.audit.Actor;

/** Front door of the room: opens packs, checks them, imports them as a whole, and tells what was imported. */
public interface Packs {

    /**
     * Opens the pack of this name: from the folder {@code zhengtong.pack.folder} when that is set, else from the program
     * itself ({@code packs/<name>}).
     */
    PackReader open(String name);

    /**
     * Imports a pack unless exactly this content is imported already: asks all sections in order, and if any reports an
     * error imports nothing and returns all errors; else applies all sections in one transaction.
     */
    PackImportOutcome importPack(PackReader pack);

    /** Imports a pack even when its content is unchanged; {@code by} says who asked for it. */
    PackImportOutcome importAgain(PackReader pack, Actor by);

    /** Only asks all sections and keeps the result as the last attempt. */
    List<PackError> check(PackReader pack, Actor by);

    /** The packs imported so far and the last attempt of each. */
    List<ImportedPack> imported();
}
