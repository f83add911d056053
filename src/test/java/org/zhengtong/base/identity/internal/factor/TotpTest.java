package org.zhengtong.base.identity.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final String SEED = "1234567890";

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, HmacSHA1, 20, 94287082",
        "59, HmacSHA256, 32, 46119246",
        "59, HmacSHA512, 64, 90693936",
        "1111111109, HmacSHA1, 20, 07081804",
        "1111111109, HmacSHA256, 32, 68084774",
        "1111111109, HmacSHA512, 64, 25091201",
        "1111111111, HmacSHA1, 20, 14050471",
        "1111111111, HmacSHA256, 32, 67062674",
        "1111111111, HmacSHA512, 64, 99943326",
        "1234567890, HmacSHA1, 20, 89005924",
        "1234567890, HmacSHA256, 32, 91819424",
        "1234567890, HmacSHA512, 64, 93441116",
        "2000000000, HmacSHA1, 20, 69279037",
        "2000000000, HmacSHA256, 32, 90698825",
        "2000000000, HmacSHA512, 64, 38618901",
        "20000000000, HmacSHA1, 20, 65353130",
        "20000000000, HmacSHA256, 32, 77737706",
        "20000000000, HmacSHA512, 64, 47863826",
    })
    void gives_the_codes_of_the_standard(long second, String algorithm, int keyLength, String code) {
        var key = SEED.repeat(7).substring(0, keyLength).getBytes(StandardCharsets.US_ASCII);

        assertThat(new Totp(algorithm, 8).code(key, Totp.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void bears_with_a_clock_that_is_half_a_minute_off_and_no_more() {
        var key = SEED.getBytes(StandardCharsets.US_ASCII);
        var now = Instant.ofEpochSecond(1_000_000_000);
        var code = Totp.USUAL.code(key, Totp.step(now));

        assertThat(Totp.USUAL.stepOf(key, code, now.plusSeconds(30))).hasValue(Totp.step(now));
        assertThat(Totp.USUAL.stepOf(key, code, now.minusSeconds(30))).hasValue(Totp.step(now));
        assertThat(Totp.USUAL.stepOf(key, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.USUAL.stepOf(key, code, now.minusSeconds(60))).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writes_secrets_as_the_standard_does(String text, String base32) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Property(tries = 200)
    void reads_back_what_it_wrote(@ForAll byte[] bytes) {
        assertThat(Base32.decode(Base32.encode(bytes).toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(bytes);
    }
}
