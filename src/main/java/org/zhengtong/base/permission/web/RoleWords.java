package org.zhengtong.base.permission.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;

/** Roles, scopes and reasons in the reader's language. */
@Component
public class RoleWords {

    /** One reason for a right, in words. */
    public record ReasonRow(
            HeldRole held, String holder, String role, String scope, String through, String term, boolean inForce) {}

    private final RoleAdministration administration;
    private final Departments departments;
    private final Divisions divisions;
    private final Accounts accounts;
    private final Texts texts;
    private final Clock clock;

    RoleWords(
            RoleAdministration administration,
            Departments departments,
            Divisions divisions,
            Accounts accounts,
            Texts texts,
            Clock clock) {
        this.administration = administration;
        this.departments = departments;
        this.divisions = divisions;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    List<ReasonRow> rows(Collection<HeldRole> held, Locale language) {
        var named = new HashSet<AccountId>();
        held.forEach(role -> {
            named.add(role.account());
            if (role.from() != null) {
                named.add(role.from());
            }
        });
        var names = accounts.names(named);
        var roles = roleNames(language);
        return held.stream()
                .map(role -> new ReasonRow(
                        role,
                        names.getOrDefault(role.account(), ""),
                        roles.getOrDefault(role.role(), role.role().value()),
                        scope(role.scope(), language),
                        through(role, names, language),
                        term(role, language),
                        role.inForce(clock.instant())))
                .toList();
    }

    Map<RoleCode, String> roleNames(Locale language) {
        return administration.roles().stream()
                .collect(Collectors.toMap(role -> role.code(), role -> role.name(language)));
    }

    private String through(HeldRole held, Map<AccountId, String> names, Locale language) {
        return switch (held.source()) {
            case DIRECT -> texts.say(language, "permission.through.direct", held.by());
            case POST -> texts.say(language, "permission.through.post", postName(held));
            case DELEGATION ->
                texts.say(
                        language,
                        "permission.through.delegation",
                        held.from() == null ? "" : names.getOrDefault(held.from(), ""),
                        held.by());
        };
    }

    private String postName(HeldRole held) {
        var post = held.post();
        if (post == null) {
            return "";
        }
        var department = departments.names(List.of(post.department())).getOrDefault(post.department(), "");
        return department
                + " "
                + departments.posts(post.department()).stream()
                        .filter(each -> each.id().equals(post))
                        .map(each -> each.name())
                        .findFirst()
                        .orElse(post.value());
    }

    /** From when until when, in days; empty when it is without a limit. */
    String term(HeldRole held, Locale language) {
        if (held.startsAt() == null && held.endsAt() == null) {
            return "";
        }
        return texts.say(
                language,
                "permission.roles.term",
                held.startsAt() == null ? "\u2026" : day(held.startsAt(), language),
                held.endsAt() == null ? "\u2026" : day(held.endsAt().minusSeconds(1), language));
    }

    private String day(java.time.Instant at, Locale language) {
        return WrittenDates.date(at.atZone(clock.getZone()).toLocalDate(), LocalDate.now(clock), language);
    }

    String division(DivisionCode code) {
        return divisions.find(code).map(Division::name).orElse(code.value());
    }

    String scope(DataScope scope, Locale language) {
        if (scope.everything()) {
            return texts.say(language, "permission.roles.scope.everything");
        }
        var names = departments.names(scope.departments());
        var within = scope.departments().stream()
                .map(id -> names.getOrDefault(id, id.value()))
                .sorted()
                .collect(Collectors.joining(" "));
        var areas = divisions.names(scope.divisions()).values().stream()
                .sorted()
                .map(name -> texts.say(language, "permission.roles.scope.division", name))
                .collect(Collectors.joining(" "));
        return (within + " " + areas).strip();
    }
}
