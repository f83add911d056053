package org.zhengtong.base.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seal on a packed file (OFD) says about the files in it.
 *
 * @param changed covered files that are not what they were
 * @param removed covered files that are gone
 * @param added files that the seal does not cover
 * @param fault what is wrong with the seal itself, null when it is right
 */
public record SealedParts(
        List<String> changed,
        List<String> removed,
        List<String> added,
        @Nullable SealFault fault) {

    public SealedParts {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** What is wrong with an electronic seal. */
    public enum SealFault {
        /** The seal that lies in the file is another than the one that was signed with. */
        EXCHANGED,
        /** Its maker's signature does not hold, or its maker is not this node. */
        FORGED,
        /** It was not made for the certificate that signed. */
        NOT_THE_SIGNERS,
        /** It was used outside its period of validity. */
        OUT_OF_DATE
    }

    /** All covered files are there and unchanged. */
    public boolean intact() {
        return changed.isEmpty() && removed.isEmpty();
    }
}
