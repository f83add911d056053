package org.zhengtong.service.supervision;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.codes.DivisionCode;

/** Outlines of divisions, for drawing figures on a map. */
public interface Maps {

    /** The divisions directly below; empty when the pack brings no outlines for it. */
    List<MapArea> below(DivisionCode parent);

    /** The division that the whole map shows, if the pack brings a map. */
    Optional<DivisionCode> top();
}
