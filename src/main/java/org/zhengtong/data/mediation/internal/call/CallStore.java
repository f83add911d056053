package org.zhengtong.data.mediation.internal.call;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.mediation.Calls.Called;
import tools.jackson.databind.json.JsonMapper;

/** Lines of calls in {@code mediation.call}. */
@Component
class CallStore {

    private final JdbcClient jdbc;

    CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Called> calls) {
        var rows = JsonMapper.shared().createArrayNode();
        for (var call : calls) {
            rows.addObject()
                    .put("id", call.id().toString())
                    .put("side", call.side().name())
                    .put("node", call.node())
                    .put("service", call.service())
                    .put("provider", call.provider())
                    .put("consumer", call.consumer())
                    .put("client", call.client())
                    .put("grant_number", call.grant())
                    .put("purpose", call.purpose())
                    .put("operation", call.operation())
                    .put("at", call.at().toString())
                    .put("took_millis", call.tookMillis())
                    .put("status", call.status())
                    .put("fault", call.fault())
                    .put("request_octets", call.requestOctets())
                    .put("answer_octets", call.answerOctets());
        }
        jdbc.sql("""
            insert into mediation.call
              (id, side, node, service, provider, consumer, client, grant_number, purpose, operation, at, took_millis,
               status, fault, request_octets, answer_octets)
            select id, side, node, service, provider, consumer, client, grant_number, purpose, operation, at, took_millis,
                   status, fault, request_octets, answer_octets
            from jsonb_to_recordset(cast(:rows as jsonb)) as t
              (id uuid, side text, node text, service text, provider text, consumer text, client text, grant_number text,
               purpose text, operation text, at timestamptz, took_millis bigint, status integer, fault text,
               request_octets bigint, answer_octets bigint)
            on conflict (id, side) do nothing
            """).param("rows", rows.toString()).update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from mediation.call where at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
