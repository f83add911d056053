package org.zhengtong.base.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;

/** The divisions of the country: down to counties from memory, townships and villages from the database. */
public interface Divisions {

    /** The division with this code, if the pack knows it. */
    Optional<Division> find(DivisionCode code);

    /** The division with this code; a problem when nobody knows it. */
    Division require(DivisionCode code);

    /** Names for a set of codes in one look-up; codes that nobody knows are left out. */
    Map<DivisionCode, String> names(Collection<DivisionCode> codes);

    /** The provinces, in order of their codes. */
    List<Division> provinces();

    /** The divisions directly below, in order of their codes. */
    List<Division> children(DivisionCode parent);

    /** All divisions directly below, also townships that belong to a prefecture without a county between. */
    List<Division> below(DivisionCode parent);

    /** From the province down to the division itself. */
    List<Division> path(DivisionCode code);

    /** The whole name, such as 山东省济南市槐荫区. */
    String fullName(DivisionCode code);

    /** Divisions whose name contains this, higher levels first; {@code within} limits them to one division and all below it. */
    List<Division> containing(String text, @Nullable DivisionCode within, int limit);

    /** Divisions whose name begins so, higher levels first; {@code within} limits them to one division and all below it. */
    List<Division> search(String namePrefix, @Nullable DivisionCode within, int limit);
}
