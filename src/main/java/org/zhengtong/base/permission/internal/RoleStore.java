package org.zhengtong.base.permission.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.permission.Role;
import org.zhengtong.base.permission.RoleCode;

/** The stored roles. */
@Component
class RoleStore {

    private record Line(
            RoleCode code,
            String nameZh,
            String nameEn,
            boolean builtIn,
            boolean delegable,
            @Nullable String permission) {}

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Role> all() {
        var roles = new LinkedHashMap<RoleCode, Role>();
        jdbc.sql("""
                select r.code, r.name_zh, r.name_en, r.built_in, r.delegable, p.permission
                from permission.role r
                left join permission.role_permission p on p.role_code = r.code
                order by r.built_in, r.code, p.permission
                """)
                .query((row, number) -> new Line(
                        new RoleCode(row.getString("code")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getBoolean("built_in"),
                        row.getBoolean("delegable"),
                        row.getString("permission")))
                .list()
                .forEach(line -> {
                    var role = roles.computeIfAbsent(
                            line.code,
                            code -> new Role(
                                    code, line.nameZh, line.nameEn, line.builtIn, line.delegable, new TreeSet<>()));
                    if (line.permission != null) {
                        role.permissions().add(line.permission);
                    }
                });
        return new ArrayList<>(roles.values());
    }

    /** The permissions of a set of roles, in one look-up. */
    Map<RoleCode, Set<String>> permissions(Collection<RoleCode> codes) {
        var permissions = new HashMap<RoleCode, Set<String>>();
        if (!codes.isEmpty()) {
            jdbc.sql("""
                    select role_code, permission
                    from permission.role_permission
                    where role_code = any (:codes)
                    """)
                    .param("codes", codes.stream().map(RoleCode::value).toArray(String[]::new))
                    .query(row -> {
                        permissions
                                .computeIfAbsent(new RoleCode(row.getString("role_code")), code -> new HashSet<>())
                                .add(row.getString("permission"));
                    });
        }
        return permissions;
    }

    void save(Role role) {
        jdbc.sql("""
                insert into permission.role (code, name_zh, name_en, built_in, delegable)
                values (:code, :nameZh, :nameEn, :builtIn, :delegable)
                on conflict (code) do update
                set name_zh = excluded.name_zh, name_en = excluded.name_en, delegable = excluded.delegable
                """)
                .param("code", role.code().value())
                .param("nameZh", role.nameZh())
                .param("nameEn", role.nameEn())
                .param("builtIn", role.builtIn())
                .param("delegable", role.delegable())
                .update();
        var permissions = role.permissions().toArray(String[]::new);
        jdbc.sql("""
                delete from permission.role_permission
                where role_code = :code
                    and permission <> all (:permissions)
                """)
                .param("code", role.code().value())
                .param("permissions", permissions)
                .update();
        jdbc.sql("""
                insert into permission.role_permission (role_code, permission)
                select :code, unnest(:permissions)
                on conflict do nothing
                """)
                .param("code", role.code().value())
                .param("permissions", permissions)
                .update();
    }
}
