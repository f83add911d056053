package org.zhengtong.base.settings;

import java.util.Set;

/**
 * One setting, as the room declares it that reads it. Its words are the text {@code settings.word.<name>}.
 *
 * @param name full name such as {@code zhengtong.notice.quiet-from}; {@code *} stands for names that the operator chooses
 * @param usual what holds when nobody says otherwise; empty for nothing
 * @param kind what may be written
 * @param live whether a change on screen holds at once; the others are read when the program starts
 * @param secret whether its value is never shown
 */
public record Setting<T>(String name, String usual, SettingKind<T> kind, boolean live, boolean secret) {

    private static final String WORDS = "settings.word.";
    /** Last parts of names whose values are secret: what is forgotten here would be shown. */
    private static final Set<String> SECRETS =
            Set.of("password", "secret", "token", "key", "access-key", "secret-key", "headers", "body", "pin");

    public Setting {
        if (!usual.isEmpty() && kind.read(usual).isEmpty()) {
            throw new IllegalArgumentException("Usual value of " + name + " breaks its own rule: " + usual);
        }
    }

    /** A setting that administrators may change while the node runs. */
    public static <T> Setting<T> live(String name, String usual, SettingKind<T> kind) {
        return new Setting<>(name, usual, kind, true, false);
    }

    /** A setting that is read when the program starts. */
    public static Setting<String> atStart(String name, String usual) {
        return new Setting<>(name, usual, SettingKind.text(), false, isSecret(name));
    }

    static boolean isSecret(String name) {
        return SECRETS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Key of the sentence that says what it does. */
    public String words() {
        return WORDS + name;
    }

    /** What holds when nobody says otherwise. */
    public T usualValue() {
        return kind.read(usual).orElseThrow();
    }
}
