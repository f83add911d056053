package org.zhengtong.service.items.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.search.ChangeFeed.Change;
import org.zhengtong.service.items.ServiceItem;
import tools.jackson.databind.json.JsonMapper;

/** Items in force as search reads them, and the news of their changes. */
@Component
class ItemDocumentStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ItemDocumentStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An item with what only lists know of it. */
    record Row(
            ServiceItem content,
            java.time.Instant publishedAt,
            String searchText,
            List<String> targets,
            List<String> lifeEvents,
            int popularity) {}

    long count() {
        return jdbc.sql("select count(*) from items.item").query(Long.class).single();
    }

    List<String> codesAfter(String code, int most) {
        return jdbc.sql("select code from items.item where code > :code order by code limit :most")
                .param("code", code)
                .param("most", most)
                .query(String.class)
                .list();
    }

    List<Row> read(Collection<String> codes) {
        return jdbc.sql("""
                select v.body, v.published_at, i.search_text, i.targets, i.life_events, i.popularity
                from items.item i
                join items.item_version v on v.item_code = i.code and v.version = i.version
                where i.code = any (:codes)
                """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    private Row read(ResultSet row) throws SQLException {
        return new Row(
                json.readValue(row.getString("body"), ServiceItem.class),
                row.getTimestamp("published_at").toInstant(),
                row.getString("search_text"),
                SqlArrays.texts(row, "targets"),
                SqlArrays.texts(row, "life_events"),
                row.getInt("popularity"));
    }

    long latestChange() {
        return jdbc.sql("select coalesce(max(serial), 0) from items.item_change")
                .query(Long.class)
                .single();
    }

    List<Change> changesAfter(long position, int most) {
        return jdbc.sql("""
                select serial, item_code
                from items.item_change
                where serial > :position
                order by serial
                limit :most
                """)
                .param("position", position)
                .param("most", most)
                .query((row, number) -> new Change(row.getLong("serial"), row.getString("item_code")))
                .list();
    }
}
