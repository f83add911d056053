package org.zhengtong.data.mediation;

import java.util.regex.Pattern;
import org.zhengtong.data.sharing.Subject;

/** Code of a service within its node, such as {@code company-check}. */
public record ServiceCode(String value) implements Comparable<ServiceCode> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    public ServiceCode {
        if (!fits(value)) {
            throw new IllegalArgumentException("Not a code of a service: " + value);
        }
    }

    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    /** What a grant for it is about. */
    public Subject subject() {
        return Subject.service(value);
    }

    @Override
    public int compareTo(ServiceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
