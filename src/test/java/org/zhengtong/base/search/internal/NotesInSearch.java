package org.zhengtong.base.search.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.search.ChangeFeed;
import org.zhengtong.base.search.SearchDocument;
import org.zhengtong.base.search.SearchSource;

/** A source of a table with an outbox, as rooms have them. */
final class NotesInSearch implements SearchSource, ChangeFeed {
    private final JdbcClient jdbc;
    Set<String> passes = Set.of("everybody");

    NotesInSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void makeTables(JdbcClient jdbc) {
        jdbc.sql("create table note (key text primary key, title text, body text, department text, reader text)")
                .update();
        jdbc.sql("create table change (serial bigint generated always as identity primary key, key text)")
                .update();
    }

    /** Writes a note and its news in one statement, so in one transaction. */
    void put(String key, String title, String body, String department, String reader) {
        jdbc.sql("""
                with n as (
                    insert into note values (:key, :title, :body, :department, :reader)
                    on conflict (key) do update set title = excluded.title, body = excluded.body,
                        department = excluded.department, reader = excluded.reader
                    returning key)
                insert into change (key) select key from n
                """)
                .param("key", key)
                .param("title", title)
                .param("body", body)
                .param("department", department)
                .param("reader", reader)
                .update();
    }

    void put(String key, String title) {
        put(key, title, "", "d1", "everybody");
    }

    void remove(String key) {
        jdbc.sql(
                        "with n as (delete from note where key = :key returning key) insert into change (key) select key from n")
                .param("key", key)
                .update();
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public List<String> facets() {
        return List.of("department");
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from note").query(Long.class).single();
    }

    @Override
    public List<String> keysAfter(String key, int most) {
        return jdbc.sql("select key from note where key > :key order by key limit :most")
                .param("key", key)
                .param("most", most)
                .query(String.class)
                .list();
    }

    @Override
    public List<SearchDocument> read(Collection<String> keys) {
        return jdbc.sql("select * from note where key = any (:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> new SearchDocument(
                        row.getString("key"),
                        row.getString("title"),
                        row.getString("body"),
                        Set.of(row.getString("key")),
                        Map.of("department", Set.of(row.getString("department"))),
                        Set.of(row.getString("reader")),
                        0,
                        Instant.EPOCH))
                .list();
    }

    @Override
    public List<ChangeFeed> feeds() {
        return List.of(this);
    }

    @Override
    public Set<String> passesOf(CurrentUser reader) {
        return passes;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public long latest() {
        return jdbc.sql("select coalesce(max(serial), 0) from change")
                .query(Long.class)
                .single();
    }

    @Override
    public Page after(long position, int most) {
        var changes = jdbc.sql("select serial, key from change where serial > :position order by serial limit :most")
                .param("position", position)
                .param("most", most)
                .query((row, number) -> new Change(row.getLong("serial"), row.getString("key")))
                .list();
        return new Page(changes.isEmpty() ? position : changes.getLast().position(), changes);
    }
}
