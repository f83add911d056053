package org.zhengtong.base.audit;

/** Who acted: an account, a part of the program itself, or nobody known. */
public record Actor(Kind kind, String id, String name) {

    /** What kind of actor stands behind an action. */
    public enum Kind {
        STAFF,
        CITIZEN,
        ENTERPRISE,
        SYSTEM,
        ANONYMOUS
    }

    /** Somebody who has not signed in. */
    public static final Actor NOBODY = new Actor(Kind.ANONYMOUS, "", "");

    /** The program itself; the part is a room's name, such as {@code casework}. */
    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part, part);
    }
}
