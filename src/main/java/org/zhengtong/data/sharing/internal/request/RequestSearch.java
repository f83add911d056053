package org.zhengtong.data.sharing.internal.request;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.sharing.Requests.Query;
import org.zhengtong.data.sharing.SharingRequest;

/** Lists of requests. */
@Component
class RequestSearch {

    private static final String WITHIN = "(:everything or %1$s = any (:departments) or %1$s like any (:divisions))";

    private final JdbcClient jdbc;

    RequestSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a department sent, or what waits for a provider or a superior. */
    List<SharingRequest> page(Query query, DataScope scope) {
        return bind("select " + RequestStore.COLUMNS + " from sharing.request where " + box(query) + """
                         and (:text = '' or position(lower(:text) in lower(resource_name)) > 0
                              or position(lower(:text) in lower(number)) > 0)
                         and (cast(:state as text) is null or state = :state)
                         and id < :after
                        order by id desc
                        limit :most
                        """, scope)
                .param("text", query.text())
                .param("state", query.state() == null ? null : query.state().name(), java.sql.Types.VARCHAR)
                .param("after", query.after() == null ? Long.MAX_VALUE : query.after())
                .param("most", query.most())
                .query(RequestStore::toRequest)
                .list();
    }

    private static String box(Query query) {
        return switch (query.box()) {
            case SENT -> WITHIN.formatted("consumer");
            case INBOX -> WITHIN.formatted("provider") + " and sent_at is not null and state <> 'DRAFT'";
            case DISPUTES ->
                WITHIN.formatted("provider") + " and " + WITHIN.formatted("consumer")
                        + " and id in (select request_id from sharing.request_event where kind = 'DISPUTED')";
        };
    }

    private JdbcClient.StatementSpec bind(String sql, DataScope scope) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns());
    }

    long waiting(DataScope scope) {
        return bind(
                        "select count(*) from sharing.request where state = 'WAITING' and "
                                + WITHIN.formatted("provider"),
                        scope)
                .query(Long.class)
                .single();
    }

    long disputes(DataScope scope) {
        return bind(
                        "select count(*) from sharing.request where state = 'DISPUTED' and "
                                + WITHIN.formatted("provider") + " and " + WITHIN.formatted("consumer"),
                        scope)
                .query(Long.class)
                .single();
    }

    /** Those that wait and whose last day has come. */
    List<SharingRequest> dueBy(LocalDate day) {
        return jdbc.sql("select " + RequestStore.COLUMNS + """
                 from sharing.request
                where state in ('WAITING', 'DISPUTED')
                  and due_on <= :day
                order by due_on, id
                """)
                .param("day", day)
                .query(RequestStore::toRequest)
                .list();
    }
}
