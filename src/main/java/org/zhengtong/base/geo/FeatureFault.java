package org.zhengtong.base.geo;

import java.util.List;

/** What is wrong with one feature of a source, counted from 1; 0 means the file as a whole. The text is {@code key}. */
public record FeatureFault(int feature, String key, List<String> arguments) {

    public FeatureFault {
        arguments = List.copyOf(arguments);
    }
}
