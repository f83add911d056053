package org.zhengtong.base.files;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The words of files that people handed in, read some time after they arrived; for search. */
public interface FileTexts {
    /** A file whose words became known, and the place of this news in the order of all such news. */
    record Read(long position, FileId file, FileOwner owner) {}

    /** The place of the latest news. */
    long latest();

    /** News after a place, in order. */
    List<Read> readAfter(long position, int most);

    /** What is known now; files without words, or not yet read, are left out. */
    Map<FileId, String> of(Collection<FileId> files);
}
