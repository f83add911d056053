package org.zhengtong.app.design.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns;
import org.zhengtong.base.permission.DataScope;

/** The list of drafts within somebody's scope. */
@Component
class DraftSearch {

    // lists do not carry the contents
    private static final String COLUMNS = DraftStore.COLUMNS.replace(
            "content,", "'{\"facts\":{},\"materials\":[],\"groups\":[],\"tree\":[],\"lastNumber\":0}' as content,");

    private final JdbcClient jdbc;

    DraftSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ItemDesign> find(ItemDesigns.Wish wish, long account, DataScope scope) {
        var after = wish.after();
        return jdbc.sql(COLUMNS + """
                where state <> 'REMOVED'
                  and (:everything or department = any (:departments) or department like any (:divisions))
                  and (not :mine or created_by = :account)
                  and (cast(:state as text) is null or state = :state)
                  and (:text = '' or strpos(lower(name || ' ' || code), lower(:text)) > 0)
                  and (cast(:afterAt as timestamptz) is null or (saved_at, id) < (:afterAt, :afterId))
                order by saved_at desc, id desc
                limit :most
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("mine", wish.mine())
                .param("account", account)
                .param("state", wish.state() == null ? null : wish.state().name(), Types.VARCHAR)
                .param("text", wish.text().strip())
                .param("afterAt", after == null ? null : Timestamp.from(after.savedAt()), Types.TIMESTAMP)
                .param("afterId", after == null ? 0L : after.id())
                .param("most", wish.most())
                .query(DraftStore::read)
                .list();
    }
}
