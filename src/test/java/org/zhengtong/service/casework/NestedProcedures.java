package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases under a procedure of their own: that of the pack with another tree, in force for nobody else. */
public final class NestedProcedures {

    /**
     * Look first; then taxation in two steps beside human resources, where one of two is enough; then the decision.
     */
    public static final String NESTED = """
        tree:
          sequence:
            - step: {key: look, title: 初审, kind: examine, department: market-regulation, committed: 5 wd}
            - parallel:
                join: all
                others: finish
                lanes:
                  - sequence:
                      - step: {key: tax-check, title: 核对涉税信息, kind: examine, department: taxation, committed: 3 wd}
                      - step: {key: tax-decide, title: 税务确认, kind: decide, department: taxation, committed: 2 wd}
                  - parallel:
                      join: any
                      others: cancel
                      lanes:
                        - step: {key: insured, title: 查参保, kind: examine, department: human-resources, committed: 3 wd}
                        - step: {key: employed, title: 查用工, kind: examine, department: human-resources, committed: 3 wd}
            - step: {key: decide, title: 登记决定, kind: decide, department: market-regulation, lead: true, committed: 3 wd}
        """;

    private NestedProcedures() {}

    /** An accepted case whose procedure has this tree. */
    public static CaseNumber accepted(ApplicationContext platform, String tree) {
        return accepted(platform, tree, "");
    }

    /** The same with other limits of the whole case, unless they are empty. */
    public static CaseNumber accepted(ApplicationContext platform, String tree, String joint) {
        var fixtures = CaseworkFixtures.of(platform);
        var number = fixtures.filed();
        var jdbc = platform.getBean(JdbcClient.class);
        var key = "nested-" + Integer.toHexString((tree + joint).hashCode());
        jdbc.sql("""
            insert into casework.procedure (key, version, source, current, created_at)
            select cast(:key as text), 1, regexp_replace(
                    replace(
                        replace(split_part(source, 'tree:', 1), 'key: company-establishment', 'key: ' || :key),
                        'license: business-license', ''),
                    case when :joint = '' then '^$' else 'joint:.*' end, :joint) || :tree,
                false, now()
            from casework.procedure
            where key = 'company-establishment' and current
            on conflict do nothing
            """)
                .param("key", key)
                .param("tree", tree)
                .param("joint", joint)
                .update();
        jdbc.sql("""
            update casework.case_file
            set procedure_id = (select id from casework.procedure where key = :key)
            where id = :id
            """).param("key", key).param("id", key(number)).update();
        assertThat(platform.getBean(Cases.class).accept(number, null, fixtures.sunJingAtTheWindow()))
                .isInstanceOf(CaseOutcome.Done.class);
        return number;
    }

    private static long key(CaseNumber number) {
        var parts = number.value().split("-", -1);
        return Long.parseLong(parts[0] + parts[1]) * 100_000 + Long.parseLong(parts[2]);
    }
}
