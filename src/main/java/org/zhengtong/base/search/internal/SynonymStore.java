package org.zhengtong.base.search.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups of synonyms. */
@Component
class SynonymStore {
    private final JdbcClient jdbc;

    SynonymStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<List<String>> groups() {
        return jdbc.sql("select words from search.synonym order by id")
                .query((row, number) -> List.of((String[]) row.getArray("words").getArray()))
                .list();
    }

    void replace(List<List<String>> groups) {
        jdbc.sql("delete from search.synonym").update();
        for (var group : groups) {
            jdbc.sql("insert into search.synonym (words) values (:words)")
                    .param("words", group.toArray(String[]::new))
                    .update();
        }
    }
}
