package org.zhengtong.base.files.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The Authorization header of a request to S3 (AWS Signature Version 4, payload signed by its SHA-256). */
final class S3Signature {
    static final String EMPTY_PAYLOAD = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String accessKey;
    private final String secretKey;
    private final String region;

    S3Signature(String accessKey, String secretKey, String region) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
    }

    /** The headers to send with a request: those given, when and what is signed, and the signature. */
    Map<String, String> headers(String method, URI address, Map<String, String> given, String payload, Instant at) {
        var headers = new TreeMap<>(given);
        headers.put("host", address.getRawAuthority());
        headers.put("x-amz-content-sha256", payload);
        headers.put("x-amz-date", AT.format(at));
        var names = String.join(";", headers.keySet());
        var scope = AT.format(at).substring(0, 8) + "/" + region + "/s3/aws4_request";
        var toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                AT.format(at),
                scope,
                hex(sha256(canonical(method, address, headers, payload))));
        var signature = hex(hmac(key(scope), toSign));
        headers.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + signature);
        headers.remove("host"); // the HTTP client sends it itself
        return headers;
    }

    private static String canonical(String method, URI address, SortedMap<String, String> headers, String payload) {
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        var query = address.getRawQuery() == null ? "" : address.getRawQuery();
        return String.join(
                "\n", method, address.getRawPath(), query, lines, String.join(";", headers.keySet()), payload);
    }

    private byte[] key(String scope) {
        var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HmacSHA256 belongs to every Java platform", missing);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 belongs to every Java platform", missing);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
