package org.zhengtong.data.registers.internal.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.Sensitivity;

/**
 * What the staff of a register's sources may see of it on the ground of their permission, and anybody of an open register. Other
 * departments read by a grant.
 */
@Component
public class OwnPermits {

    private final Permissions permissions;
    private final Clock clock;

    OwnPermits(Permissions permissions, Clock clock) {
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Whether this user works for a source of the register, or for its holder. */
    public boolean holds(CurrentUser user, RegisterDefinition register, String permission) {
        return permissions.may(user, permission, register.facts().holder())
                || register.departmentsOn(today()).stream().anyMatch(each -> permissions.may(user, permission, each));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    public boolean maySee(CurrentUser user, RegisterDefinition register) {
        return register.facts().open() || holds(user, register, Registers.VIEW_RECORD);
    }

    /** Stops with a problem that names the missing right. */
    public void requireSight(CurrentUser user, RegisterDefinition register) {
        if (!maySee(user, register)) {
            permissions.require(user, Registers.VIEW_RECORD, register.facts().holder());
        }
    }

    public void require(CurrentUser user, RegisterDefinition register, String permission) {
        if (!holds(user, register, permission)) {
            permissions.require(user, permission, register.facts().holder());
        }
    }

    /** Items this user's department is the source of today. */
    public Set<ItemName> mine(CurrentUser user, RegisterDefinition register) {
        return register.items().keySet().stream()
                .filter(item -> permissions.may(user, Registers.EDIT_RECORD, register.sourceOf(item, today())))
                .collect(Collectors.toSet());
    }

    /** Masked, as long as nobody gave a reason for more. */
    public ReadPermit masked(CurrentUser user, RegisterDefinition register) {
        return permit(user, register, false, "");
    }

    /** In the clear, for the reason given. */
    public ReadPermit clear(CurrentUser user, RegisterDefinition register, String reason) {
        require(user, register, Registers.UNMASK_RECORD);
        return permit(user, register, true, reason);
    }

    private ReadPermit permit(CurrentUser user, RegisterDefinition register, boolean clear, String reason) {
        requireSight(user, register);
        var own = holds(user, register, Registers.VIEW_RECORD);
        var items = own ? register.items().keySet() : register.itemsUpTo(Sensitivity.OPEN);
        return new ReadPermit(
                items, clear ? Map.of() : masks(register), null, reason, Registers.VIEW_RECORD, user.actor());
    }

    private static Map<ItemName, Masking> masks(RegisterDefinition register) {
        var masks = new HashMap<ItemName, Masking>();
        register.items().values().forEach(item -> putMask(masks, item));
        return masks;
    }

    private static void putMask(Map<ItemName, Masking> masks, RegisterItem item) {
        var masking = item.masking();
        if (masking != null) {
            masks.put(item.name(), masking);
        }
    }

    /** The open items of an open register, for anybody. */
    public static ReadPermit open(RegisterDefinition register, @Nullable String purpose) {
        return new ReadPermit(
                register.itemsUpTo(Sensitivity.OPEN),
                masks(register),
                null,
                purpose == null ? "" : purpose,
                "open",
                Actor.NOBODY);
    }
}
