package org.zhengtong.app.survey.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledFormId;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Filled forms and what was submitted. */
@Component
class FilledFormStore {

    static final String COLUMNS = """
            select f.id, f.form_key, f.form_number, d.title, d.title_english, f.account, f.author, f.department,
                f.department_name, f.label, f.answers, f.version, f.state, f.undo_page, f.created_at, f.saved_at,
                f.submitted_at
            from survey.filled_form f
            join survey.form d on d.key = f.form_key and d.number = f.form_number
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    FilledFormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a new one starts with. */
    record Beginning(
            String formKey,
            int formNumber,
            long account,
            String author,
            @Nullable String department,
            String departmentName,
            String label,
            ObjectNode answers,
            Instant at) {}

    long insert(Beginning start) {
        return jdbc.sql("""
                insert into survey.filled_form (form_key, form_number, account, author, department, department_name, label,
                    answers, state, created_at, saved_at)
                values (:key, :number, :account, :author, :department, :departmentName, :label, cast(:answers as jsonb),
                    'DRAFT', :at, :at)
                returning id
                """)
                .param("key", start.formKey())
                .param("number", start.formNumber())
                .param("account", start.account())
                .param("author", start.author())
                .param("department", start.department(), Types.VARCHAR)
                .param("departmentName", start.departmentName())
                .param("label", start.label())
                .param("answers", JSON.writeValueAsString(start.answers()))
                .param("at", Timestamp.from(start.at()))
                .query(Long.class)
                .single();
    }

    Optional<FilledForm> find(FilledFormId id) {
        return jdbc.sql(COLUMNS + "where f.id = :id and f.removed_at is null")
                .param("id", id.value())
                .query(FilledFormStore::read)
                .optional();
    }

    Optional<FilledForm> lock(FilledFormId id) {
        return jdbc.sql(COLUMNS + "where f.id = :id and f.removed_at is null for update of f")
                .param("id", id.value())
                .query(FilledFormStore::read)
                .optional();
    }

    /** Saves when nobody else has saved since; says whether. */
    boolean save(FilledForm seen, ObjectNode answers, String label, FilledForms.@Nullable Undo undo, Instant at) {
        return jdbc.sql("""
                update survey.filled_form
                set version = version + 1, answers = cast(:answers as jsonb), label = :label, saved_at = :at,
                    undo_page = :undoPage, undo_answers = cast(:undoAnswers as jsonb)
                where id = :id and version = :version and state = 'DRAFT' and removed_at is null
                """)
                        .param("id", seen.id().value())
                        .param("version", seen.version())
                        .param("answers", JSON.writeValueAsString(answers))
                        .param("label", label)
                        .param("undoPage", undo == null ? null : undo.page(), Types.VARCHAR)
                        .param(
                                "undoAnswers",
                                undo == null ? null : JSON.writeValueAsString(undo.answers()),
                                Types.VARCHAR)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<ObjectNode> undoAnswers(FilledFormId id) {
        return jdbc.sql("select undo_answers from survey.filled_form where id = :id and undo_answers is not null")
                .param("id", id.value())
                .query((row, _) -> json(row, "undo_answers"))
                .optional();
    }

    void submit(FilledForm form, ObjectNode answers, String by, Instant at) {
        jdbc.sql("""
                insert into survey.submission (filled_form, number, form_number, answers, submitted_at, submitted_by)
                select :id, coalesce(max(number), 0) + 1, :formNumber, cast(:answers as jsonb), :at, :by
                from survey.submission
                where filled_form = :id
                """)
                .param("id", form.id().value())
                .param("formNumber", form.formNumber())
                .param("answers", JSON.writeValueAsString(answers))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        jdbc.sql("""
                update survey.filled_form
                set state = 'SUBMITTED', answers = cast(:answers as jsonb), submitted_at = :at, saved_at = :at,
                    version = version + 1, undo_page = null, undo_answers = null
                where id = :id
                """)
                .param("id", form.id().value())
                .param("answers", JSON.writeValueAsString(answers))
                .param("at", Timestamp.from(at))
                .update();
    }

    void takeBack(FilledFormId id, Instant at) {
        jdbc.sql("update survey.filled_form set state = 'DRAFT', version = version + 1, saved_at = :at where id = :id")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Marks a draft of this account as thrown away, or not; says whether there was one. */
    boolean setRemoved(FilledFormId id, long account, @Nullable Instant at) {
        return jdbc.sql("""
                update survey.filled_form set removed_at = :at
                where id = :id and account = :account and state = 'DRAFT'
                """)
                        .param("id", id.value())
                        .param("account", account)
                        .param("at", at == null ? null : Timestamp.from(at), Types.TIMESTAMP)
                        .update()
                == 1;
    }

    List<FilledForms.Submission> submissions(FilledFormId id) {
        return jdbc.sql("""
                select number, form_number, answers, submitted_at, submitted_by
                from survey.submission
                where filled_form = :id
                order by number
                """)
                .param("id", id.value())
                .query((row, _) -> new FilledForms.Submission(
                        row.getInt("number"),
                        row.getInt("form_number"),
                        json(row, "answers"),
                        row.getTimestamp("submitted_at").toInstant(),
                        row.getString("submitted_by")))
                .list();
    }

    static FilledForm read(ResultSet row, int number) throws SQLException {
        var submitted = row.getTimestamp("submitted_at");
        return new FilledForm(
                new FilledFormId(row.getLong("id")),
                row.getString("form_key"),
                row.getInt("form_number"),
                new Words(row.getString("title"), row.getString("title_english")),
                row.getLong("account"),
                row.getString("author"),
                row.getString("department"),
                row.getString("department_name"),
                row.getString("label"),
                json(row, "answers"),
                row.getInt("version"),
                FilledForm.State.valueOf(row.getString("state")),
                row.getString("undo_page"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("saved_at").toInstant(),
                submitted == null ? null : submitted.toInstant());
    }

    private static ObjectNode json(ResultSet row, String column) throws SQLException {
        return (ObjectNode) JSON.readTree(row.getString(column));
    }
}
