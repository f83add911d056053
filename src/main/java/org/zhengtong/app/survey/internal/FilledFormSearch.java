package org.zhengtong.app.survey.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.base.permission.DataScope;

/** Lists of filled forms: one's own, and what others submitted within one's scope. */
@Component
class FilledFormSearch {

    // lists do not carry the answers: a form may have thousands of rows
    private static final String COLUMNS = FilledFormStore.COLUMNS.replace("f.answers,", "'{}' as answers,");

    private final JdbcClient jdbc;

    FilledFormSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FilledForm> find(FilledForms.Wish wish, long account, DataScope scope) {
        var after = wish.after();
        var order = wish.oldestFirst() ? "" : " desc";
        return jdbc.sql(COLUMNS + """
                where f.removed_at is null
                  and (f.account = :account or (not :mine and f.state = 'SUBMITTED' and (:everything
                      or f.department = any (:departments) or f.department like any (:divisions))))
                  and (:form = '' or f.form_key = :form)
                  and (cast(:state as text) is null or f.state = :state)
                  and (:text = '' or strpos(lower(d.title || ' ' || coalesce(d.title_english, '') || ' ' || f.label || ' '
                      || f.author || ' ' || f.department_name), lower(:text)) > 0)
                  and (cast(:afterAt as timestamptz) is null
                """ + "      or (f.saved_at, f.id) " + (wish.oldestFirst() ? ">" : "<")
                        + " (:afterAt, :afterId))\n"
                        + "order by f.saved_at" + order + ", f.id" + order + "\nlimit :most")
                .param("account", account)
                .param("mine", wish.mine())
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("form", wish.formKey())
                .param("state", wish.state() == null ? null : wish.state().name(), Types.VARCHAR)
                .param("text", wish.text().strip())
                .param("afterAt", after == null ? null : Timestamp.from(after.savedAt()), Types.TIMESTAMP)
                .param("afterId", after == null ? 0L : after.id())
                .param("most", wish.most())
                .query(FilledFormStore::read)
                .list();
    }
}
