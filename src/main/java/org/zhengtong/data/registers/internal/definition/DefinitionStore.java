package org.zhengtong.data.registers.internal.definition;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.Registers.DefinitionVersion;
import org.zhengtong.data.registers.Registers.RegisterSize;

/** Definitions in {@code registers.register} and their versions in {@code registers.definition}. */
@Component
public class DefinitionStore {

    private final JdbcClient jdbc;

    public DefinitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A definition's text and version. */
    record Kept(String body, int version) {}

    Optional<Kept> find(RegisterCode code) {
        return kept("select body, version from registers.register where code = :code", code);
    }

    Optional<Kept> lock(RegisterCode code) {
        return kept("select body, version from registers.register where code = :code for update", code);
    }

    private Optional<Kept> kept(String sql, RegisterCode code) {
        return jdbc.sql(sql)
                .param("code", code.value())
                .query((row, _) -> new Kept(row.getString("body"), row.getInt("version")))
                .optional();
    }

    List<RegisterCode> codes() {
        return jdbc.sql("select code from registers.register order by code")
                .query((row, _) -> new RegisterCode(row.getString("code")))
                .list();
    }

    void save(RegisterCode code, int version, String body, Instant at, String by) {
        jdbc.sql("""
                with kept as (
                  insert into registers.register (code, version, body, changed_at, changed_by)
                  values (:code, :version, cast(:body as json), :at, :by)
                  on conflict (code) do update
                  set version = excluded.version, body = excluded.body, changed_at = excluded.changed_at,
                      changed_by = excluded.changed_by
                  returning code)
                insert into registers.definition (register, version, body, changed_at, changed_by)
                select code, :version, cast(:body as json), :at, :by
                from kept
                """)
                .param("code", code.value())
                .param("version", version)
                .param("body", body)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    List<DefinitionVersion> versions(RegisterCode code) {
        return jdbc.sql("""
                select version, changed_at, changed_by, body
                from registers.definition
                where register = :code
                order by version desc
                """)
                .param("code", code.value())
                .query((row, _) -> new DefinitionVersion(
                        row.getInt("version"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by"),
                        row.getString("body")))
                .list();
    }

    public RegisterSize size(RegisterCode code) {
        return jdbc.sql("select records, last_position from registers.register where code = :code")
                .param("code", code.value())
                .query((row, _) -> new RegisterSize(row.getLong("records"), row.getLong("last_position")))
                .single();
    }

    Map<RegisterCode, RegisterSize> sizes() {
        var sizes = new HashMap<RegisterCode, RegisterSize>();
        jdbc.sql("select code, records, last_position from registers.register")
                .query((row, _) -> sizes.put(
                        new RegisterCode(row.getString("code")),
                        new RegisterSize(row.getLong("records"), row.getLong("last_position"))))
                .list();
        return sizes;
    }

    /** Locks the register for writing; the order of positions is that of commits. Says the last position. */
    public long lockPosition(RegisterCode code) {
        return jdbc.sql("select last_position from registers.register where code = :code for update")
                .param("code", code.value())
                .query(Long.class)
                .single();
    }

    /** Moves on by so many positions and so many more records. */
    public void advance(RegisterCode code, long positions, long records) {
        jdbc.sql("""
                update registers.register
                set last_position = last_position + :positions, records = records + :records
                where code = :code
                """)
                .param("positions", positions)
                .param("records", records)
                .param("code", code.value())
                .update();
    }

    /** What keys in addresses are encrypted with; the same for all instances. */
    public byte[] linkSecret() {
        return jdbc.sql("select secret from registers.link_secret")
                .query((row, _) -> row.getBytes("secret"))
                .single();
    }
}
