package org.zhengtong.service.license.internal;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Licences as JSON, row by row. */
@Component
class LicenseCopyStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    LicenseCopyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The licences of a case: those that others took the place of, then that of the whole, then those of lanes. */
    List<ObjectNode> read(String caseNumber) {
        return jdbc.sql("""
            select to_jsonb(l) - 'holder_account' || jsonb_build_object('changes',
                (select coalesce(jsonb_agg(to_jsonb(c) - '{id,identifier,by_account}'::text[] order by c.id), '[]')
                 from license.status_change c where c.identifier = l.identifier))
            from license.license l
            where l.case_number = :number
            order by not l.replaced, l.step <> '', l.issued_at, l.step
            """)
                .param("number", caseNumber)
                .query((row, number) -> (ObjectNode) JSON.readTree(row.getString(1)))
                .list();
    }

    /** Adds it or brings its status up to date; false when this case has another licence here. */
    boolean keep(ObjectNode copy, @Nullable Long holder) {
        var text = JSON.writeValueAsString(copy);
        var kept = jdbc.sql("""
            insert into license.license as l
            select (jsonb_populate_record(null::license.license,
                cast('{"step": "", "replaced": false}' as jsonb) || cast(:copy as jsonb)
                    || jsonb_build_object('holder_account', cast(:holder as bigint)))).*
            where not exists (
                select from license.license o
                where o.case_number = cast(:copy as jsonb) ->> 'case_number' and not o.replaced
                    and o.step = coalesce(cast(:copy as jsonb) ->> 'step', '')
                    and o.identifier <> cast(:copy as jsonb) ->> 'identifier'
                    and not coalesce(cast(cast(:copy as jsonb) ->> 'replaced' as boolean), false))
            on conflict (identifier) do update
            set status = excluded.status, replaced = excluded.replaced, file_id = coalesce(excluded.file_id, l.file_id),
                ofd_file_id = coalesce(excluded.ofd_file_id, l.ofd_file_id)
            where l.case_number = excluded.case_number
            """)
                        .param("copy", text)
                        .param("holder", holder, Types.BIGINT)
                        .update()
                > 0;
        if (kept) {
            jdbc.sql("""
                insert into license.status_change (identifier, before, after, reason, by_account, by_name, at)
                select cast(:copy as jsonb) ->> 'identifier', c.before, c.after, c.reason, 0, c.by_name, c.at
                from jsonb_to_recordset(cast(:copy as jsonb) -> 'changes')
                    as c (before text, after text, reason text, by_name text, at timestamptz)
                where not exists (
                    select from license.status_change x
                    where x.identifier = cast(:copy as jsonb) ->> 'identifier' and x.at = c.at and x.after = c.after)
                """).param("copy", text).update();
        }
        return kept;
    }
}
