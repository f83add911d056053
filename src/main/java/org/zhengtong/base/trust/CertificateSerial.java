package org.zhengtong.base.trust;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Serial number of a certificate in lower-case hexadecimal digits, two to an octet. */
public record CertificateSerial(String value) {

    private static final Pattern FORM = Pattern.compile("(?:[0-9a-f]{2}){1,20}");

    public CertificateSerial {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a serial number: " + value);
        }
    }

    /** The serial number as it stands in a certificate. */
    public static CertificateSerial of(BigInteger number) {
        var digits = number.toString(16).toLowerCase(Locale.ROOT);
        return new CertificateSerial(digits.length() % 2 == 0 ? digits : "0" + digits);
    }

    /** The number itself. */
    public BigInteger number() {
        return new BigInteger(value, 16);
    }
}
