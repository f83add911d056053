package org.zhengtong.base.settings;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.audit.Actor;

/** All settings of this node as administrators see and change them. */
public interface SettingBook {

    /** Every setting, by name. */
    List<SettingState> list();

    Optional<SettingState> find(String name);

    /** What was changed on screen, newest first. */
    List<SettingChange> history(String name);

    /** Changes a setting for all instances; another instance follows within seconds. */
    SettingOutcome change(Wish wish, Actor by);

    /** Lets hold again what held before this change. */
    SettingOutcome undo(String name, long change, Actor by);

    /**
     * What somebody wants a setting to be.
     *
     * @param value what it shall be; empty: what holds without a choice on screen
     * @param seen number of the latest change the wisher saw, 0 for none
     */
    record Wish(String name, String value, String why, long seen) {}
}
