package org.zhengtong.service.fees.internal;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where fees are paid.
 *
 * @param provider the payment provider of this node
 * @param practicePort port of the practice bank that demonstration mode starts at the first payment; 0 for any free one
 */
@ConfigurationProperties("zhengtong.fees")
record FeesSettings(
        @DefaultValue Provider provider, @DefaultValue("0") int practicePort) {

    /**
     * A payment provider (支付平台) that speaks the interface of docs/integration/payment.md.
     *
     * @param url its address; without one nothing is paid on line
     * @param merchant the number under which it knows this node
     * @param secret key of the signatures in both directions
     * @param algorithm {@code hmac-sm3} or {@code hmac-sha256}
     * @param timeout how long to wait for an answer
     */
    record Provider(
            @Nullable URI url,
            @DefaultValue("zhengtong") String merchant,
            @Nullable String secret,
            @DefaultValue("hmac-sm3") String algorithm,
            @DefaultValue("10s") Duration timeout) {}
}
