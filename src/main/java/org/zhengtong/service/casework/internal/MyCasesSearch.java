package org.zhengtong.service.casework.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.MyCases.Show;

/** An account's own cases: pages, counts and numbers. */
@Component
class MyCasesSearch {

    /** The text stands in a name, or its digits in the number (a key has one more zero before a short serial), or it is the one number. */
    private static final String MINE = """
            where c.account_id = :account
              and (cardinality(:matters::text[]) = 0
                  or exists (select from unnest(:matters::text[]) as m (code) where position(m.code in c.item_code) > 0))
              and (:text = '' or position(:text in c.item_name || ' ' || c.applicant_name) > 0
                  or :digits <> '' and position(:digits in overlay(c.id::text placing ltrim(substr(c.id::text, 15, 1), '0')
                      from 15 for 1)) > 0 or c.id = :key)
            """;

    private final JdbcClient jdbc;

    MyCasesSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose cases are asked for, and which.
     *
     * @param matters parts of item codes an agent may act in; empty for all
     */
    record Question(long account, Set<String> matters, String text) {

        /** The digits of a part of a number; empty when other characters occur. */
        private String digits() {
            var packed = text.replaceAll("[\\s-]", "");
            return packed.matches("[0-9]{4,19}") ? packed : "";
        }

        private long key() {
            return CaseNumber.parse(text).map(CaseKey::of).orElse(0L);
        }
    }

    List<CaseReading.Summary> page(Question question, Show show, FiledCursor after, int size) {
        return asking(CaseSearch.COLUMNS + MINE + """
                  and c.state = any (:states) and (c.filed_at, c.id) < (:filedAt::timestamptz, :before)
                order by c.filed_at desc, c.id desc
                limit :size
                """, question)
                .param("states", states(show))
                .param("filedAt", after.filedAt())
                .param("before", after.key())
                .param("size", size)
                .query(CaseSearch::read)
                .list();
    }

    Map<Show, Integer> counts(Question question) {
        var counts = new EnumMap<Show, Integer>(Show.class);
        asking("select c.state, count(*) as cases from casework.case_file c " + MINE + " group by c.state", question)
                .query((row, number) -> Map.entry(CaseState.valueOf(row.getString("state")), row.getInt("cases")))
                .list()
                .forEach(each -> Stream.of(Show.values())
                        .filter(show -> show.holds(each.getKey()))
                        .forEach(show -> counts.merge(show, each.getValue(), Integer::sum)));
        return counts;
    }

    List<CaseNumber> numbers(Question question) {
        return asking("select c.id from casework.case_file c " + MINE, question)
                .query((row, number) -> CaseKey.number(row.getLong("id")))
                .list();
    }

    private JdbcClient.StatementSpec asking(String sql, Question question) {
        return jdbc.sql(sql)
                .param("account", question.account())
                .param("matters", question.matters().toArray(String[]::new))
                .param("text", question.text())
                .param("digits", question.digits())
                .param("key", question.key());
    }

    private static String[] states(Show show) {
        return Stream.of(CaseState.values())
                .filter(show::holds)
                .map(CaseState::name)
                .toArray(String[]::new);
    }
}
