package org.zhengtong.service.casework;

import java.util.Optional;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;

/** Says which other node handles a case that is filed here. Declare it as a bean; without one, every case is handled here. */
public interface CaseRouting {

    /** Code of the node that handles cases of this item, applied for in this division; empty when this node does. */
    Optional<String> handledAt(ItemCode item, DivisionCode division);
}
