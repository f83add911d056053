package org.zhengtong.base.identity.internal.device;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLetters;
import org.zhengtong.base.identity.Devices;
import org.zhengtong.base.identity.internal.Secrets;

@Service
class ToldDevices implements Devices {

    private final DeviceStore store;
    private final Secrets secrets;
    private final ObjectProvider<AccountLetters> letters;
    private final java.time.Clock clock;

    ToldDevices(DeviceStore store, Secrets secrets, ObjectProvider<AccountLetters> letters, java.time.Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.letters = letters;
        this.clock = clock;
    }

    // The first browser of an account is no news to its holder.
    @Override
    @Transactional
    public void met(AccountId account, String secret, String userAgent, String address) {
        var others = store.knowsAny(account);
        var fresh = store.keep(account, secrets.digest("device", secret), clock.instant());
        if (fresh && others) {
            var device = DeviceName.of(userAgent);
            letters.getObject()
                    .tell(
                            account,
                            "identity.notice.new-device",
                            "/account/sessions",
                            device.browser(),
                            device.system(),
                            address);
        }
    }
}
