package org.zhengtong.base.settings;

/** Values of settings that may change while the node runs: ask each time, keep none. */
public interface Settings {

    /** What an administrator chose on screen, else what the node was started with, else the usual value. */
    <T> T value(Setting<T> setting);
}
