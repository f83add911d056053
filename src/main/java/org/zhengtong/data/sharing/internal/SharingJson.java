package org.zhengtong.data.sharing.internal;

import org.zhengtong.data.sharing.Terms;
import org.zhengtong.data.sharing.Wish;
import tools.jackson.databind.json.JsonMapper;

/** Wishes and terms as they are stored. */
public final class SharingJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SharingJson() {}

    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static Wish wish(String text) {
        return JSON.readValue(text, Wish.class);
    }

    public static Terms terms(String text) {
        return JSON.readValue(text, Terms.class);
    }
}
