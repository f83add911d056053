package org.zhengtong.service.crossing.internal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two names of each file that crossed. */
@Component
class PassedFileStore {

    private final JdbcClient jdbc;

    PassedFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The other node's name of each file it has; empty where it uses ours. */
    Map<String, String> known(String caseNumber) {
        return names(caseNumber, "here", "there");
    }

    /** Our name of each file that came from the other node. */
    Map<String, String> byTheirName(String caseNumber) {
        var names = names(caseNumber, "there", "here");
        names.remove("");
        return names;
    }

    private Map<String, String> names(String caseNumber, String key, String value) {
        var names = new HashMap<String, String>();
        jdbc.sql("select here, there from crossing.file where case_number = :number")
                .param("number", caseNumber)
                .query(row -> {
                    names.put(row.getString(key), row.getString(value));
                });
        return names;
    }

    void sent(String caseNumber, String here) {
        add(caseNumber, here, "");
    }

    void arrived(String caseNumber, String here, String there) {
        add(caseNumber, here, there);
    }

    private void add(String caseNumber, String here, String there) {
        jdbc.sql("""
                insert into crossing.file (case_number, here, there) values (:number, :here, :there)
                on conflict do nothing
                """)
                .param("number", caseNumber)
                .param("here", here)
                .param("there", there)
                .update();
    }
}
