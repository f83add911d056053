package org.zhengtong.app.survey.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.app.survey.LibraryForm;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.schema.Words;

/** Versions of the forms in the library. */
@Component
class FormStore {

    private static final String COLUMNS = """
            select key, number, version, title, title_english, description, category, current, published_at, published_by
            from survey.form
            """;

    private final JdbcClient jdbc;

    FormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LibraryForm> search(String text) {
        return jdbc.sql(COLUMNS + """
                where current
                  and (:text = '' or strpos(lower(title || ' ' || coalesce(title_english, '') || ' ' || description || ' '
                      || category), lower(:text)) > 0)
                order by place, key
                """)
                .param("text", text)
                .query(FormStore::read)
                .list();
    }

    Optional<LibraryForm> find(String key) {
        return jdbc.sql(COLUMNS + "where key = :key and current")
                .param("key", key)
                .query(FormStore::read)
                .optional();
    }

    List<LibraryForm> versions(String key) {
        return jdbc.sql(COLUMNS + "where key = :key order by number desc")
                .param("key", key)
                .query(FormStore::read)
                .list();
    }

    Optional<String> source(String key, int number) {
        return jdbc.sql("select source from survey.form where key = :key and number = :number")
                .param("key", key)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** Locks the form for this transaction and says its last number; 0 when there is none. */
    int lastNumber(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('survey.form.' || :key, 0))")
                .param("key", key)
                .query(rows -> {});
        return jdbc.sql("select coalesce(max(number), 0) from survey.form where key = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    /** Puts a version in force; {@code place} is its place in the list. */
    void put(LibraryForm form, String source, int place) {
        jdbc.sql("update survey.form set current = false where key = :key and current")
                .param("key", form.key())
                .update();
        jdbc.sql("""
                insert into survey.form (key, number, version, source, title, title_english, description, category, place,
                    current, published_at, published_by)
                values (:key, :number, :version, :source, :title, :english, :description, :category, :place, true, :at, :by)
                """)
                .param("key", form.key())
                .param("number", form.number())
                .param("version", form.version().value())
                .param("source", source)
                .param("title", form.title().chinese())
                .param("english", form.title().english(), java.sql.Types.VARCHAR)
                .param("description", form.description())
                .param("category", form.category())
                .param("place", place)
                .param("at", Timestamp.from(form.publishedAt()))
                .param("by", form.publishedBy())
                .update();
    }

    int place(String key) {
        return jdbc.sql("select place from survey.form where key = :key order by number desc limit 1")
                .param("key", key)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static LibraryForm read(ResultSet row, int number) throws SQLException {
        return new LibraryForm(
                row.getString("key"),
                row.getInt("number"),
                new FormVersion(row.getString("version")),
                new Words(row.getString("title"), row.getString("title_english")),
                row.getString("description"),
                row.getString("category"),
                row.getBoolean("current"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("published_by"));
    }
}
