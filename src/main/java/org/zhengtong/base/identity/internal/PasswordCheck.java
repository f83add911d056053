package org.zhengtong.base.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.NewPassword;

/** Digests passwords with Argon2id and says which new ones are too weak. */
@Component
class PasswordCheck {
    static final int CITIZEN_LENGTH = 8;
    static final int ADMINISTRATOR_LENGTH = 12;
    private static final int LONGEST = 200;

    // Each digest takes 16 MiB: a flood of sign-ins waits instead of eating the memory.
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors() * 2));
    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Supplier<String> nobody = SingletonSupplier.of(() -> argon2.encode("nobody"));
    private final Supplier<Set<String>> common = SingletonSupplier.of(PasswordCheck::readCommon);

    private static Set<String> readCommon() {
        try {
            var text =
                    new ClassPathResource("identity/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
            return Set.copyOf(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String digest(String password) {
        return alone(() -> argon2.encode(password));
    }

    /** Whether the password fits; without a digest the same work is done in vain. */
    boolean fits(String password, @Nullable String digest) {
        var typed = password.length() > LONGEST ? "" : password;
        var inVain = nobody.get();
        return alone(() -> argon2.matches(typed, digest == null ? inVain : digest)) && digest != null;
    }

    List<FieldRefusal> refusals(NewPassword typed, int shortest, List<String> names) {
        var refusals = new ArrayList<FieldRefusal>();
        var password = typed.password();
        var folded = password.toLowerCase(Locale.ROOT);
        if (password.length() < shortest || password.length() > LONGEST) {
            refusals.add(FieldRefusal.of("password", "identity.password.length", shortest, LONGEST));
        } else if (names.stream().anyMatch(name -> isPart(name.toLowerCase(Locale.ROOT), folded))) {
            refusals.add(FieldRefusal.of("password", "identity.password.holds-name"));
        } else if (isCommon(folded)) {
            refusals.add(FieldRefusal.of("password", "identity.password.common"));
        }
        if (!password.equals(typed.repeated())) {
            refusals.add(FieldRefusal.of("repeated", "identity.password.differs"));
        }
        return refusals;
    }

    private static boolean isPart(String name, String password) {
        return name.length() > 1 && password.contains(name);
    }

    // A common word stays common with a few digits or marks behind it, and so does one character many times.
    private boolean isCommon(String folded) {
        var bare = folded.replaceFirst("[^a-z]+$", "");
        return common.get().contains(folded)
                || common.get().contains(bare) && folded.length() - bare.length() <= 4
                || folded.chars().distinct().count() < 4;
    }

    private <T> T alone(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
