package org.zhengtong.base.organization.internal;

import java.io.IOException;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Division;

/** The stored divisions. */
@Component
class DivisionStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DivisionStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.template = new JdbcTemplate(source);
    }

    List<Division> downToCounties() {
        return jdbc.sql("""
                select code, name, parent
                from organization.division
                where length(code) = 6
                order by code
                """).query(DivisionStore::toDivision).list();
    }

    Optional<Division> find(DivisionCode code) {
        return jdbc.sql("""
                select code, name, parent
                from organization.division
                where code = :code
                """)
                .param("code", code.value())
                .query(DivisionStore::toDivision)
                .optional();
    }

    List<Division> find(Collection<DivisionCode> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select code, name, parent
                from organization.division
                where code = any (:codes)
                """)
                .param("codes", codes.stream().map(DivisionCode::value).toArray(String[]::new))
                .query(DivisionStore::toDivision)
                .list();
    }

    List<Division> children(DivisionCode parent) {
        return jdbc.sql("""
                select code, name, parent
                from organization.division
                where parent = :parent
                order by code
                """)
                .param("parent", parent.value())
                .query(DivisionStore::toDivision)
                .list();
    }

    List<Division> search(String namePrefix, String codePrefix, int limit) {
        return like(LikePatterns.beginning(namePrefix), codePrefix, limit);
    }

    List<Division> containing(String text, String codePrefix, int limit) {
        return like(LikePatterns.containing(text), codePrefix, limit);
    }

    private List<Division> like(String name, String codePrefix, int limit) {
        return jdbc.sql("""
                select code, name, parent
                from organization.division
                where name like :name
                    and code like :code
                order by length(code), code
                limit :limit
                """)
                .param("name", name)
                .param("code", codePrefix + "%")
                .param("limit", limit)
                .query(DivisionStore::toDivision)
                .list();
    }

    /** Brings rows of {@code code, name, parent} as CSV in by COPY; what is there already is only changed where it differs. */
    void bringIn(String csv) {
        template.execute((java.sql.Connection connection) -> {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "create temporary table incoming_division (code text, name text, parent text) on commit drop");
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy incoming_division from stdin with (format csv)", new StringReader(csv));
                statement.execute("""
                        insert into organization.division (code, name, parent)
                        select code, name, parent
                        from incoming_division
                        on conflict (code) do update
                        set name = excluded.name, parent = excluded.parent
                        where (division.name, division.parent) is distinct from (excluded.name, excluded.parent)
                        """);
                statement.execute("drop table incoming_division");
                statement.execute("analyze organization.division");
                return true;
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
    }

    private static Division toDivision(ResultSet row, int number) throws SQLException {
        return new Division(new DivisionCode(row.getString("code")), row.getString("name"), parent(row));
    }

    private static @Nullable DivisionCode parent(ResultSet row) throws SQLException {
        var parent = row.getString("parent");
        return parent == null ? null : new DivisionCode(parent);
    }
}
