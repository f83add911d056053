package org.zhengtong.base.trust.internal.register;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateQuery;
import org.zhengtong.base.trust.CertificateQuery.Standing;
import org.zhengtong.base.trust.Certificates;

/** Lists certificates, newest first. */
@Component
public class CertificateSearch {

    private final JdbcClient jdbc;

    public CertificateSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Certificate> list(CertificateQuery query, Instant now) {
        var conditions = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        if (query.words() != null) {
            conditions.add("(name like :like or holder like :like or serial like :serial)");
            var literal =
                    query.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            params.put("like", "%" + literal + "%");
            params.put("serial", literal.toLowerCase(Locale.ROOT) + "%");
        }
        if (query.kind() != null) {
            conditions.add("kind = :kind");
            params.put("kind", query.kind().name());
        }
        if (query.standing() != null) {
            conditions.add(condition(query.standing()));
        }
        if (query.after() != null) {
            conditions.add("position < (select position from trust.certificate where serial = :after)");
            params.put("after", query.after().value());
        }
        params.putAll(dates(now));
        params.put("most", query.most());
        return jdbc.sql("""
                        select serial, suite, kind, holder, name, state, reason, why, changed_at, issued_at, starts_at,
                               expires_at, renews, encoded
                        from trust.certificate
                        """ + (conditions.isEmpty() ? "" : "where " + String.join("\n  and ", conditions) + "\n") + """
                        order by position desc
                        limit :most
                        """)
                .params(params)
                .query(CertificateStore::toCertificate)
                .list();
    }

    private static Map<String, Object> dates(Instant now) {
        return Map.of(
                "now",
                now.atOffset(ZoneOffset.UTC),
                "soon",
                now.plus(Certificates.WARNING).atOffset(ZoneOffset.UTC));
    }

    private static String condition(Standing standing) {
        return switch (standing) {
            case VALID -> "state = 'VALID' and expires_at > :soon";
            case EXPIRING -> "state = 'VALID' and expires_at > :now and expires_at <= :soon";
            case SUSPENDED -> "state = 'SUSPENDED' and expires_at > :now";
            case REVOKED -> "state = 'REVOKED'";
            case EXPIRED -> "state <> 'REVOKED' and expires_at <= :now";
        };
    }
}
