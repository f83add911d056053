package org.zhengtong.app.window.web;

/** The permissions this room's pages ask for. */
final class Rights {

    static final String VIEW_CASE = "casework.view_case";
    static final String ACCEPT_CASE = "casework.accept_case";
    static final String DECIDE_CASE = "casework.decide_case";
    static final String FILE_FOR_WALK_IN = "casework.file_for_walk_in";

    private Rights() {}
}
