package org.zhengtong.app.hall;

import java.util.Base64;

/** The smallest picture that is one. */
final class TinyPicture {

    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private TinyPicture() {}
}
