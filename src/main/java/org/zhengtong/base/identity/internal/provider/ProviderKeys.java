package org.zhengtong.base.identity.internal.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.internal.Secrets;

/** The keys that sign tokens: a new one every 90 days, the one before published until nothing signed by it counts any more. */
final class ProviderKeys implements JWKSource<SecurityContext> {
    private static final Duration SIGNS = Duration.ofDays(90);
    private static final Duration PUBLISHED = SIGNS.plusDays(2);

    private final GrantStore store;
    private final Secrets secrets;
    private final Clock clock;

    ProviderKeys(GrantStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var now = clock.instant();
        var keys = store.keys(now.minus(PUBLISHED));
        if (keys.isEmpty() || !keys.getFirst().madeAt().isAfter(now.minus(SIGNS))) {
            add();
            keys = store.keys(now.minus(PUBLISHED));
        }
        return selector.select(new JWKSet(
                keys.stream().map(key -> parsed(secrets.reveal(key.content()))).toList()));
    }

    private void add() {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            var content = key.toJSONString().getBytes(StandardCharsets.UTF_8);
            store.addKey(key.getKeyID(), secrets.hide(content), clock.instant());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("P-256 is part of every Java", impossible);
        }
    }

    private static JWK parsed(byte[] content) {
        try {
            return JWK.parse(new String(content, StandardCharsets.UTF_8));
        } catch (ParseException impossible) {
            throw new IllegalStateException("Not a key", impossible);
        }
    }
}
