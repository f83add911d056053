package org.zhengtong.bench;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.settings.SettingBook;

/**
 * A service offered at the receiving node of a pair, with a grant for calls from each node, and a system at each that may use it.
 *
 * @param here how the service is called at the provider's own node
 * @param there how it is called from the other one
 */
record OfferedService(Access here, Access there) {

    static final String CODE = "company-check";
    private static final String CONSUMER = "370102.administrative-approval";

    /** What a caller needs. */
    record Access(String clientId, String secret, String grant) {}

    static OfferedService make(ExchangePair pair, String address) {
        var provider = pair.receiver(JdbcClient.class);
        allow(pair.receiver(SettingBook.class));
        provider.sql("""
            insert into mediation.service
              (code, name, summary, department, resource, state, operations, address, auth, auth_user, patience_millis,
               most_request, most_answer, openapi, changed_at, changed_by)
            values (:code, '企业信息核验', '', '370100.market-regulation', '', 'OFFERED',
                    '[{"method": "GET", "path": "/companies/{code}"}]', :address, 'NONE', '', 10000, 10000, 100000, '', now(),
                    'bench')
            """).param("code", CODE).param("address", address).update();
        return new OfferedService(
                access(pair.receiver(ConnectedSystems.class), provider, grant(provider, 1, "")),
                access(
                        pair.sender(ConnectedSystems.class),
                        pair.sender(JdbcClient.class),
                        grant(provider, 2, ExchangePair.SENDER)));
    }

    private static void allow(SettingBook settings) {
        settings.change(
                new SettingBook.Wish("zhengtong.mediation.addresses", "localhost", "", 0), Actor.system("bench"));
    }

    private static String grant(JdbcClient node, int number, String from) {
        var code = "GX2026-%06d".formatted(number);
        var terms = "{\"purpose\": \"核对\", \"basis\": \"条例\", \"items\": [], \"masks\": {}, \"rows\": [], \"quota\":"
                + " 100000000, \"ways\": [\"CALL\"], \"node\": \"" + from + "\"}";
        var request = node.sql("""
            insert into sharing.request
              (number, resource, resource_name, register, provider, consumer, state, wish, created_by, created_by_name, created_at)
            values (:number, '326002/000001', '企业信息', :subject, '370100.market-regulation', :consumer, 'GRANTED', '{}', 1,
                    'bench', now())
            returning id
            """)
                .param("number", code)
                .param("subject", "service:" + CODE)
                .param("consumer", CONSUMER)
                .query(Long.class)
                .single();
        node.sql("""
            insert into sharing.data_grant
              (number, request_id, resource, resource_name, register, provider, consumer, terms, valid_until, state, state_at,
               granted_at, granted_by)
            values (:number, :request, '326002/000001', '企业信息', :subject, '370100.market-regulation', :consumer,
                    cast(:terms as jsonb), :until, 'ACTIVE', now(), now(), 'bench')
            """)
                .param("number", code)
                .param("request", request)
                .param("subject", "service:" + CODE)
                .param("consumer", CONSUMER)
                .param("terms", terms)
                .param("until", LocalDate.now().plusYears(1))
                .update();
        return code;
    }

    private static Access access(ConnectedSystems systems, JdbcClient node, String grant) {
        var system = (ConnectedSystems.Outcome.Connected) systems.connect(
                new CurrentUser(
                        new AccountId(1),
                        "bench",
                        AccountKind.STAFF,
                        new DepartmentId(CONSUMER),
                        null,
                        Set.of(ConnectedSystems.CONNECT)),
                new ConnectedSystems.Typed("审批系统", "https://approval.example.org/back", "", true));
        node.sql("""
            insert into sharing.system_use (client_id, department, name, bound_by, bound_at)
            values (:client, :consumer, '审批系统', 'bench', now())
            """)
                .param("client", system.system().clientId())
                .param("consumer", CONSUMER)
                .update();
        return new Access(system.system().clientId(), system.secret(), grant);
    }
}
