package org.zhengtong.base.pack;

import java.util.List;

/** What is wrong at one place of a pack; line 0 means the file as a whole. The text is {@code messageKey} with its arguments. */
public record PackError(String file, int line, String messageKey, List<String> arguments) {

    public PackError {
        arguments = List.copyOf(arguments);
    }
}
