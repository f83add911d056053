package org.zhengtong.service.items;

import java.util.List;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.pack.PackError;

/** Items that people write on screen, in the words of a pack's guide file ({@code items/guides/}). */
public interface WrittenItems {

    /** Everything that is wrong, in the sentences of a pack's check; empty when it can be published. */
    List<PackError> faultsIn(String guideFile);

    /**
     * Puts it in force as the item's next version. From then on the item is the screen's: a pack that brings it again leaves
     * it alone.
     *
     * @return the new version
     */
    int publish(String guideFile, String by);

    /** Takes the item out of what can be found; its versions stay for running cases. */
    void retire(ItemCode code);
}
