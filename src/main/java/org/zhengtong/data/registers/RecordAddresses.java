package org.zhengtong.data.registers;

import java.util.Optional;

/** Keys of records as addresses and logs hold them: encrypted, the same text for the same key. */
public interface RecordAddresses {

    /** The text for an address. */
    String seal(RecordKey key);

    /** The key in an address, if it is one that {@link #seal} made. */
    Optional<RecordKey> open(String text);
}
