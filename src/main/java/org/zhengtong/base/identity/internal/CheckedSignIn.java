package org.zhengtong.base.identity.internal;

import org.springframework.stereotype.Service;
import org.zhengtong.base.identity.SignIn;
import org.zhengtong.base.identity.SignInOutcome;

/** No transaction around the whole: a digest takes long, and what was counted must stay counted. */
@Service
class CheckedSignIn implements SignIn {

    private final SignInNames names;
    private final AccountStore accounts;
    private final SignInThrottle throttle;
    private final PasswordCheck passwords;

    CheckedSignIn(SignInNames names, AccountStore accounts, SignInThrottle throttle, PasswordCheck passwords) {
        this.names = names;
        this.accounts = accounts;
        this.throttle = throttle;
        this.passwords = passwords;
    }

    @Override
    public SignInOutcome signIn(String name, String password, String address) {
        var digest = names.digest(name);
        var turn = throttle.begin(digest, address);
        if (turn.refused().isPresent()) {
            return turn.refused().get();
        }
        var credentials = accounts.findCredentials(digest);
        var stored = credentials.map(AccountStore.Credentials::password).orElse(null);
        if (!passwords.fits(password, stored) || credentials.isEmpty()) {
            throttle.failed();
            return turn.attempt().orElseThrow().ifWrong();
        }
        throttle.succeeded(digest, address);
        return new SignInOutcome.SignedIn(credentials.get().id());
    }
}
