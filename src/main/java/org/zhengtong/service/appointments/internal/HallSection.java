package org.zhengtong.service.appointments.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;

/** Takes halls over from {@code appointments/halls.yaml}; one that is gone from the pack stays, for its tickets name it. */
@Component
class HallSection implements PackSection {

    private static final String FILE = "appointments/halls.yaml";
    private static final int AFTER_ORGANIZATION = 660;

    private final HallStore halls;

    HallSection(HallStore halls) {
        this.halls = halls;
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public int order() {
        return AFTER_ORGANIZATION;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        nodes(pack, errors).forEach(node -> hall(node, errors));
    }

    @Override
    public void apply(PackReader pack) {
        var errors = new PackErrors();
        nodes(pack, errors).forEach(node -> hall(node, errors).ifPresent(halls::save));
    }

    private static Optional<Hall> hall(PackNode node, PackErrors errors) {
        node.allow(
                Set.of(
                        "code",
                        "name",
                        "address",
                        "department",
                        "days-ahead",
                        "most-open",
                        "most-missed",
                        "missed-days",
                        "businesses"),
                errors);
        var code = node.require("code", HallSection::code, errors);
        var name = node.require("name", errors);
        var address = node.require("address", errors);
        var department = node.require("department", DepartmentId::new, errors);
        var ahead = node.require("days-ahead", HallSection::count, errors);
        var open = node.require("most-open", HallSection::count, errors);
        var missed = node.require("most-missed", HallSection::count, errors);
        var days = node.require("missed-days", HallSection::count, errors);
        var businesses = node.list("businesses").stream()
                .flatMap(each -> business(each, errors).stream())
                .toList();
        if (code.isEmpty() || name.isEmpty() || address.isEmpty() || department.isEmpty()) {
            return Optional.empty();
        }
        if (ahead.isEmpty() || open.isEmpty() || missed.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        var limits = new Hall.Limits(ahead.get(), open.get(), missed.get(), days.get());
        return Optional.of(new Hall(code.get(), name.get(), address.get(), department.get(), limits, businesses));
    }

    private static Optional<Business> business(PackNode node, PackErrors errors) {
        node.allow(Set.of("code", "letter", "name", "hours", "minutes", "capacity"), errors);
        var code = node.require("code", HallSection::code, errors);
        var letter = node.require("letter", errors);
        var name = node.require("name", errors);
        var minutes = node.require("minutes", HallSection::count, errors);
        var capacity = node.require("capacity", HallSection::count, errors);
        if (code.isEmpty() || letter.isEmpty() || name.isEmpty() || minutes.isEmpty() || capacity.isEmpty()) {
            return Optional.empty();
        }
        return node.require(
                "hours",
                hours -> new Business(code.get(), letter.get(), name.get(), hours, minutes.get(), capacity.get()),
                errors);
    }

    private static String code(String text) {
        if (!text.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Integer count(String text) {
        var count = Integer.parseInt(text);
        if (count < 1 || count > 999) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }

    private static List<PackNode> nodes(PackReader pack, PackErrors errors) {
        return pack.find(FILE)
                .flatMap(file -> file.tree(errors))
                .map(tree -> tree.list("halls"))
                .orElse(List.of());
    }
}
