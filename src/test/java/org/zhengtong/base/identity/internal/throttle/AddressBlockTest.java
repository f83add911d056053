package org.zhengtong.base.identity.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,           192.0.2.1",
        "::ffff:192.0.2.1,    192.0.2.1",
        "2001:db8::1,         20010db800000000",
        "2001:db8::1%eth0,    20010db800000000",
        "1:2:3:4:5:6:7:8:9,   1:2:3:4:5:6:7:8:9",
        ":,                   :",
        "unknown,             unknown"
    })
    void whatever_stands_for_an_address_is_counted(String address, String counted) {
        assertThat(AddressBlock.of(address).value()).isEqualTo(counted);
    }
}
