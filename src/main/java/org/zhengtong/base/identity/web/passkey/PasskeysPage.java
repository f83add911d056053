package org.zhengtong.base.identity.web.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.Passkey;
import org.zhengtong.base.identity.internal.device.DeviceName;
import org.zhengtong.base.ui.FieldFault;

/**
 * One's own passkeys.
 *
 * @param done what was just done, or null
 * @param removed the passkey just removed, to be taken back
 * @param device this browser, offered as a name
 */
public record PasskeysPage(
        List<Passkey> passkeys, @Nullable String done, long removed, DeviceName device, List<FieldFault> errors) {}
