package org.zhengtong.base.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells the frame who is signed in; made by the room of accounts. */
public interface ShellUserSource {

    /** The signed-in user of {@code request}, or null for a visitor. Must not open a session. */
    @Nullable
    ShellUser current(HttpServletRequest request);
}
