package org.zhengtong.base.certificates.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateQuery;
import org.zhengtong.base.trust.CertificateQuery.Standing;
import org.zhengtong.base.trust.CertificateSerial;

/** What the list's search form sends; all of it may be empty, and what is no choice of the form does not narrow. */
public record CertificateListForm(
        @Nullable String words,
        @Nullable String kind,
        @Nullable String standing,
        @Nullable String after) {

    CertificateQuery query(int most) {
        return new CertificateQuery(
                filled(words), one(CertificateKind.class, kind), one(Standing.class, standing), cursor(), most);
    }

    CertificateListForm after(CertificateSerial last) {
        return new CertificateListForm(words, kind, standing, last.value());
    }

    /** The same search as an address. */
    String address(String path) {
        var parts = new ArrayList<String>();
        add(parts, "words", words);
        add(parts, "kind", kind);
        add(parts, "standing", standing);
        add(parts, "after", after);
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        var given = filled(value);
        if (given != null) {
            parts.add(name + "=" + UriUtils.encode(given, StandardCharsets.UTF_8));
        }
    }

    private @Nullable CertificateSerial cursor() {
        try {
            var given = filled(after);
            return given == null ? null : new CertificateSerial(given);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> choices, @Nullable String name) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
