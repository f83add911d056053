package org.zhengtong.service.casework;

import java.util.List;
import org.zhengtong.base.pack.PackError;

/** Procedures that people write on screen: read, checked and stored exactly as those of a pack. */
public interface WrittenProcedures {

    /** Everything that is wrong, in the sentences of a pack's check; empty when it can be published. */
    List<PackError> faultsIn(WrittenProcedure written);

    /**
     * Puts it in force as the next version, unless it is the one in force; running cases keep theirs. A pack that brings the
     * same key later leaves it alone.
     */
    void publish(WrittenProcedure written);

    /** Takes it out of force: nothing new can be filed under it, running cases go on. */
    void retire(String key);
}
