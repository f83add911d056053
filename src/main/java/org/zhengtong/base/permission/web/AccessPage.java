package org.zhengtong.base.permission.web;

import java.util.List;
import java.util.Map;

/**
 * Who may do what and why.
 *
 * @param asked whether a question was asked
 * @param permissions all permissions with their names
 * @param homes where the holders work
 */
public record AccessPage(
        String person,
        String personName,
        String permission,
        String department,
        boolean asked,
        Map<String, String> permissions,
        List<RoleWords.ReasonRow> reasons,
        Map<String, String> homes,
        Map<String, List<String>> allowed,
        String query) {

    /** Where a holder works. */
    public String home(RoleWords.ReasonRow row) {
        return homes.getOrDefault(row.held().account().toString(), "—");
    }

    /** What a role allows. */
    public List<String> allowed(RoleWords.ReasonRow row) {
        return allowed.getOrDefault(row.held().role().value(), List.of());
    }
}
