package org.zhengtong.base.notice.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A gateway that takes messages by HTTP POST, as its operator describes it.
 *
 * <p>In {@code body} and {@code headers} these are filled in: {@code {to}}, {@code {text}}, {@code {id}}, {@code {timestamp}},
 * {@code {signature}}; in JSON and form bodies with the escapes of their kind.
 *
 * @param url address of the gateway
 * @param contentType {@code application/json} or {@code application/x-www-form-urlencoded}
 * @param body the request's body
 * @param headers further headers, such as {@code X-Signature: {signature}}
 * @param secret key of the signature, and of the receipts that come back
 * @param algorithm {@code hmac-sha256} or {@code hmac-sm3}
 * @param signed what is signed, with the same places; usually {@code {timestamp}.{body}}
 * @param idPointer JSON pointer to the gateway's number in its answer, such as {@code /data/id}
 * @param okPointer JSON pointer to the field that says whether it was taken; none when the HTTP status says so
 * @param okValue value of that field when it was taken
 * @param receiptIdPointer JSON pointer to the number in a receipt
 * @param receiptStatePointer JSON pointer to the state in a receipt
 * @param receiptDelivered value of that state when the message arrived; every other one counts as failed
 * @param timeout how long to wait for the answer
 */
record HttpGatewaySettings(
        @Nullable URI url,
        @DefaultValue("application/json") String contentType,

        @DefaultValue("{\"to\":\"{to}\",\"text\":\"{text}\",\"id\":\"{id}\"}")
        String body,

        @DefaultValue Map<String, String> headers,
        @Nullable String secret,
        @DefaultValue("hmac-sha256") String algorithm,
        @DefaultValue("{timestamp}.{body}") String signed,
        @DefaultValue("/id") String idPointer,
        @Nullable String okPointer,
        @DefaultValue("0") String okValue,
        @DefaultValue("/id") String receiptIdPointer,
        @DefaultValue("/state") String receiptStatePointer,
        @DefaultValue("DELIVERED") String receiptDelivered,
        @DefaultValue("10s") Duration timeout) {}
