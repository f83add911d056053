package org.zhengtong.base.identity.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.MobileNumber;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackFile;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;

/** What a pack says about accounts, with all that is wrong reported. */
final class PackedAccounts {
    private static final String FILE = "identity/accounts.yaml";
    private static final Set<String> FIELDS = Set.of(
            "kind",
            "group",
            "name",
            "citizen_number",
            "credit_code",
            "legal_representative",
            "mobile",
            "staff",
            "demo",
            "todo");

    /** An account as the pack writes it; the demonstration's texts are empty for others. */
    record PackedAccount(
            String name,
            @Nullable CitizenNumber number,
            @Nullable CreditCode creditCode,
            String legalRepresentative,
            @Nullable MobileNumber mobile,
            @Nullable StaffId staff,
            boolean demo,
            String groupZh,
            String groupEn,
            String todoZh,
            String todoEn) {}

    private final PackErrors errors;
    private final Set<String> staff = new HashSet<>();
    private final Map<String, PackNode> groups = new LinkedHashMap<>();

    private PackedAccounts(PackErrors errors) {
        this.errors = errors;
    }

    static List<PackedAccount> read(PackReader pack, PackErrors errors) {
        var packed = new PackedAccounts(errors);
        pack.find("organization/staff.csv").ifPresent(packed::noteStaff);
        return pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(packed::accounts)
                .orElse(List.of());
    }

    private void noteStaff(PackFile file) {
        file.eachRow(new PackErrors(), row -> staff.add(row.text("id")));
    }

    private List<PackedAccount> accounts(PackNode tree) {
        tree.allow(Set.of("groups", "accounts"), errors);
        tree.list("groups").forEach(group -> group.require("code", errors).ifPresent(code -> groups.put(code, group)));
        var accounts = new ArrayList<PackedAccount>();
        tree.list("accounts").forEach(node -> account(node).ifPresent(accounts::add));
        return accounts;
    }

    private Optional<PackedAccount> account(PackNode node) {
        node.allow(FIELDS, errors);
        var kind = node.require(
                "kind", written -> AccountKind.valueOf(written.toUpperCase(java.util.Locale.ROOT)), errors);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        var demo = node.find("demo").filter("true"::equals).isPresent();
        var group = demo ? group(node) : Optional.<PackNode>empty();
        var ofStaff = kind.get() == AccountKind.STAFF;
        return Optional.of(new PackedAccount(
                ofStaff ? "" : node.require("name", errors).orElse(""),
                kind.get() == AccountKind.CITIZEN
                        ? node.require("citizen_number", CitizenNumber::new, errors)
                                .orElse(null)
                        : null,
                kind.get() == AccountKind.ENTERPRISE
                        ? node.require("credit_code", CreditCode::new, errors).orElse(null)
                        : null,
                kind.get() == AccountKind.ENTERPRISE
                        ? node.require("legal_representative", errors).orElse("")
                        : "",
                ofStaff
                        ? null
                        : node.require("mobile", MobileNumber::new, errors).orElse(null),
                ofStaff ? staff(node).orElse(null) : null,
                demo,
                text(group, "name", "zh"),
                text(group, "name", "en"),
                text(Optional.of(node), "todo", "zh"),
                text(Optional.of(node), "todo", "en")));
    }

    private Optional<PackNode> group(PackNode node) {
        var code = node.require("group", errors);
        var group = code.map(groups::get);
        if (code.isPresent() && group.isEmpty()) {
            errors.add(node, "identity.pack.unknown_group", code.get());
        }
        return group;
    }

    private Optional<StaffId> staff(PackNode node) {
        var id = node.require("staff", StaffId::new, errors);
        id.filter(known -> !staff.contains(known.value()))
                .ifPresent(unknown -> errors.add(node, "identity.pack.unknown_staff", unknown));
        return id;
    }

    private static String text(Optional<PackNode> node, String name, String language) {
        return node.flatMap(parent -> parent.at(name))
                .flatMap(texts -> texts.find(language))
                .orElse("");
    }
}
