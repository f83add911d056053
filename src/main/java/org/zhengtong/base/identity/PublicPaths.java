package org.zhengtong.base.identity;

import java.util.List;

/**
 * Declares, as a bean of a room, which addresses anybody may use without signing in. All others demand a sign-in.
 *
 * <p>Patterns are those of Spring's {@code PathPattern}, such as {@code /guides/{code}} or {@code /verify/**}.
 */
public interface PublicPaths {

    /** Pages anybody may read (GET and HEAD). Without a session cookie they are answered without any look-up of a user. */
    List<String> pages();

    /** Addresses anybody may post a form to; the form's token is still demanded. */
    default List<String> forms() {
        return List.of();
    }

    /**
     * Addresses that other systems post to. Neither a session nor a form's token is asked for: the room itself must check
     * the signature of each request.
     */
    default List<String> callbacks() {
        return List.of();
    }

    /**
     * Addresses that programs call with whatever method. As for {@link #callbacks()}, the room itself must ask each request who it is
     * from.
     */
    default List<String> programs() {
        return List.of();
    }
}
