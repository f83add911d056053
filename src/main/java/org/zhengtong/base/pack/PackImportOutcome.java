package org.zhengtong.base.pack;

import java.util.List;

/** What became of an import. */
public sealed interface PackImportOutcome {

    /** All sections were applied. */
    record Imported(String version, String digest) implements PackImportOutcome {}

    /** This very content was there already; nothing was done. */
    record Unchanged(String version, String digest) implements PackImportOutcome {}

    /** Nothing was imported, because of all these errors. */
    record Refused(List<PackError> errors) implements PackImportOutcome {}
}
