package org.zhengtong.base.print;

import org.zhengtong.base.print.internal.OfdWriting;

/**
 * A sheet of this room as a fixed-layout file (OFD, GB/T 33190-2016): every line and every character where the PDF has it,
 * with the characters of the typeface that it uses and no others.
 */
public final class OfdSheet {

    private OfdSheet() {}

    /** The sheet in OFD. Only sheets made by this room are understood; seals on them stay behind. */
    public static byte[] of(byte[] pdf) {
        return OfdWriting.write(pdf);
    }
}
