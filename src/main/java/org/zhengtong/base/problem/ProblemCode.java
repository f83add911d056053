package org.zhengtong.base.problem;

/**
 * One kind of failure a room can report; each room has an enum of its own.
 *
 * <p>The text shown to people stands in the room's message file under {@code problem.<code>}, how to mend it under
 * {@code problem.<code>.mend}.
 */
public interface ProblemCode {

    /** Room and fault, such as {@code catalog.resource_not_found}. */
    String code();

    /** HTTP status the failure is answered with, 400 to 599. */
    int status();
}
