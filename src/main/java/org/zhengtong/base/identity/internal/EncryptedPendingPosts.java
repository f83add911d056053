package org.zhengtong.base.identity.internal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.KeptPost;
import org.zhengtong.base.identity.PendingPost;
import org.zhengtong.base.identity.PendingPosts;
import tools.jackson.databind.json.JsonMapper;

@Service
class EncryptedPendingPosts implements PendingPosts {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int BIGGEST = 1_000_000;
    private static final int MOST = 20_000;

    private final PendingPostStore store;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;

    EncryptedPendingPosts(PendingPostStore store, Secrets secrets, JsonMapper json, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<String> keep(PendingPost post, @Nullable AccountId owner) {
        var now = clock.instant();
        store.forgetExpired(now);
        var content = json.writeValueAsBytes(post);
        if (content.length > BIGGEST || store.count() >= MOST) {
            return Optional.empty();
        }
        var secret = secrets.fresh();
        store.save(digest(secret), owner, secrets.hide(content), now, now.plus(KEPT));
        return Optional.of(secret);
    }

    @Override
    @Transactional
    public List<KeptPost> find(Collection<String> given, @Nullable AccountId account) {
        if (given.isEmpty()) {
            return List.of();
        }
        Map<ByteBuffer, String> byDigest = new LinkedHashMap<>();
        given.forEach(secret -> byDigest.put(ByteBuffer.wrap(digest(secret)), secret));
        var digests = byDigest.keySet().stream().map(ByteBuffer::array).toList();
        if (account != null) {
            store.claim(digests, account);
        }
        return store.find(digests, account, clock.instant()).stream()
                .map(stored -> new KeptPost(
                        byDigest.getOrDefault(ByteBuffer.wrap(stored.digest()), ""),
                        json.readValue(secrets.reveal(stored.content()), PendingPost.class),
                        stored.keptAt()))
                .toList();
    }

    @Override
    @Transactional
    public void discard(String secret, @Nullable AccountId account) {
        store.forget(digest(secret), account);
    }

    private byte[] digest(String secret) {
        return secrets.digest("pending post", secret);
    }
}
