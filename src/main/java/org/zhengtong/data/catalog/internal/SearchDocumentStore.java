package org.zhengtong.data.catalog.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.search.ChangeFeed.Change;
import org.zhengtong.data.catalog.Resource;

/** Published resources as search reads them, and the news of their changes. */
@Component
class SearchDocumentStore {
    private static final String KEY = "%012d";

    private final JdbcClient jdbc;

    SearchDocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String key(long id) {
        return KEY.formatted(id);
    }

    long count() {
        return jdbc.sql("select count(*) from catalog.resource where state = 'PUBLISHED'")
                .query(Long.class)
                .single();
    }

    List<String> keysAfter(String key, int most) {
        return jdbc.sql("""
                select id
                from catalog.resource
                where id > :id and state = 'PUBLISHED'
                order by id
                limit :most
                """)
                .param("id", key.isEmpty() ? 0L : Long.parseLong(key))
                .param("most", most)
                .query((row, number) -> key(row.getLong("id")))
                .list();
    }

    List<Resource> read(Collection<String> keys) {
        return jdbc.sql("select " + ResourceStore.COLUMNS
                        + " from catalog.resource where id = any (:ids) and state = 'PUBLISHED'")
                .param("ids", keys.stream().map(Long::valueOf).toArray(Long[]::new))
                .query((row, number) -> ResourceStore.resource(row))
                .list();
    }

    long latestChange() {
        return jdbc.sql("select coalesce(max(serial), 0) from catalog.change")
                .query(Long.class)
                .single();
    }

    List<Change> changesAfter(long position, int most) {
        return jdbc.sql("""
                select serial, resource_id
                from catalog.change
                where serial > :position
                order by serial
                limit :most
                """)
                .param("position", position)
                .param("most", most)
                .query((row, number) -> new Change(row.getLong("serial"), key(row.getLong("resource_id"))))
                .list();
    }
}
