package org.zhengtong.app.hall.web.finding;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Division;

/**
 * The place a visitor looks at, with those around it for the switch of places.
 *
 * @param above from the province down to the one directly above
 * @param near the places in it, or beside it where it has none
 */
public record Place(Division division, List<Division> above, List<Division> near) {

    /** Its name, such as 槐荫区. */
    public String name() {
        return division.name();
    }

    /** Its code. */
    public DivisionCode code() {
        return division.code();
    }

    /** The divisions whose items can be used here: this one and those above it. */
    public List<DivisionCode> reach() {
        var reach = new ArrayList<DivisionCode>();
        reach.add(code());
        above.reversed().forEach(division -> reach.add(division.code()));
        return reach;
    }
}
