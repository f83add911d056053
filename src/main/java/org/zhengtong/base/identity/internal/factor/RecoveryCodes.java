package org.zhengtong.base.identity.internal.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.internal.Secrets;

/** Ten codes on paper, each good once: sixteen characters of five bits, so that nobody guesses one. */
@Component
class RecoveryCodes {
    private static final int COUNT = 10;
    private static final int BYTES = 10;
    private static final int GROUP = 4;

    private final FactorStore store;
    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(FactorStore store, Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** Replaces the codes of an account; only their digests are stored. */
    List<String> renew(AccountId account) {
        var codes = IntStream.range(0, COUNT).mapToObj(number -> fresh()).toList();
        store.replaceRecoveryCodes(
                account, codes.stream().map(code -> digest(account, code)).toList());
        return codes;
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes).replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    byte[] digest(AccountId account, String typed) {
        var comparable = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return secrets.digest("recovery code " + account, comparable);
    }
}
