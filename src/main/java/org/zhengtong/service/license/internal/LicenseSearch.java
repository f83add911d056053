package org.zhengtong.service.license.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.license.License;

/** Finds licences for staff. */
@Component
class LicenseSearch {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    LicenseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<License> find(String text) {
        return jdbc.sql(LicenseStore.COLUMNS + """
                        where :text = ''
                           or identifier = :text
                           or case_number = :text
                           or holder_code = :text
                           or strpos(holder_name, :text) > 0
                        order by issued_at desc
                        limit :most
                        """)
                .param("text", text)
                .param("most", MOST)
                .query(LicenseStore::toLicense)
                .list();
    }
}
