package org.zhengtong.base.settings;

/** What became of a wish to change a setting. */
public sealed interface SettingOutcome {

    record Changed() implements SettingOutcome {}

    /** It is so already. */
    record Unchanged() implements SettingOutcome {}

    /** The value breaks the rule of its kind. */
    record BadValue() implements SettingOutcome {}

    /** Nobody can tell later why. */
    record WhyMissing() implements SettingOutcome {}

    /** Somebody else changed it in the meantime. */
    record Overtaken() implements SettingOutcome {}

    /** It is read when the program starts, or there is none of this name. */
    record NotChangeable() implements SettingOutcome {}
}
