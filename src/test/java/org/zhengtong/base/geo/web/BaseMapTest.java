package org.zhengtong.base.geo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.ui.ContentPolicy;

/** The base map of others is asked for only when a token was given, and only that one host is opened. */
class BaseMapTest {

    @Test
    void without_a_token_there_is_none() {
        assertThat(new BaseMapSettings(null, null).configured()).isFalse();
        assertThat(new BaseMapSettings(null, " ").configured()).isFalse();
        assertThat(new BaseMapSettings(null, "key").configured()).isTrue();
    }

    @Test
    void only_the_hosts_origin_enters_the_policy() {
        var settings = new BaseMapSettings(URI.create("https://maps.example.gov.cn:8443/any/path?x"), "key");

        assertThat(settings.origin()).isEqualTo("https://maps.example.gov.cn:8443");
        assertThat(ContentPolicy.withImagesFrom(settings.origin()))
                .contains("img-src 'self' data: https://maps.example.gov.cn:8443;")
                .contains("script-src 'self';");
        assertThat(ContentPolicy.USUAL).contains("img-src 'self' data:;").doesNotContain("http");
    }

    @Test
    void an_address_that_is_none_is_refused_at_the_start() {
        assertThatThrownBy(() -> new BaseMapSettings(URI.create("t0.tianditu.gov.cn"), "key"))
                .hasMessageContaining("zhengtong.geo.tianditu.address");
    }
}
