package org.zhengtong.bench;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of made-up people as another department would keep it, and the register it goes into. */
final class BulkLoadSource {

    static final String SHAPE = """
         (number text primary key, name text, sex text, born date, division text, mobile text, height integer,
          income numeric, insured boolean, note text)
        """;

    private BulkLoadSource() {}

    static void make(DataSource database, int rows) {
        var jdbc = JdbcClient.create(database);
        jdbc.sql("create schema if not exists bench").update();
        jdbc.sql("drop table if exists bench.people").update();
        jdbc.sql("create table bench.people" + SHAPE).update();
        var made = jdbc.sql("""
            insert into bench.people
            select body || substr('10X98765432', 1 + (
                     select sum(cast(substr(body, place, 1) as integer)
                                * (array[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])[place])
                     from generate_series(1, 17) place)::integer % 11, 1),
                   (array['王', '李', '张', '刘', '陈'])[1 + turn % 5] || (array['海燕', '伟', '思远', '立'])[1 + turn % 4],
                   cast(1 + turn % 2 as text), date '1931-01-01' + cast(turn::bigint * 7919 % 34000 as integer),
                   '37' || lpad(cast(turn % 1700 as text), 4, '0'), '1380000' || lpad(cast(turn % 10000 as text), 4, '0'),
                   150 + turn % 40, turn * 1.25, turn % 3 = 0, '济南市历下区泉城路' || turn % 288 || '号' || turn % 18 || '单元'
            from (
              select turn, '37' || lpad(cast(turn % 1000 as text), 4, '0')
                   || to_char(date '1931-01-01' + cast((turn / 4000) * 7919::bigint % 34000 as integer), 'YYYYMMDD')
                   || cast(996 + (turn / 1000) % 4 as text) as body
              from generate_series(0, :rows - 1) turn) made
            """).param("rows", rows).update();
        if (made != rows) {
            throw new IllegalStateException(made + " rows instead of " + rows);
        }
        jdbc.sql("vacuum analyze bench.people").update();
    }

    static String definition(String code) {
        return """
            code: %s
            holder: 370100.public-security
            key: number
            label: name
            indexes: [[division]]
            schema:
              $schema: https://json-schema.org/draft/2020-12/schema
              title: 装载测试
              type: object
              properties:
                person:
                  type: object
                  title: 人
                  required: [number, name]
                  properties:
                    number: {type: string, title: 公民身份号码, format: citizen-number}
                    name: {type: string, title: 姓名, maxLength: 50}
                    sex: {type: string, title: 性别, oneOf: [{const: '1', title: 男}, {const: '2', title: 女}]}
                    born: {type: string, format: date, title: 出生日期}
                    division: {type: string, title: 户籍地, format: division}
                    mobile: {type: string, title: 手机, format: mobile}
                    height: {type: integer, title: 身高, minimum: 30, maximum: 260}
                    income: {type: number, title: 收入, minimum: 0}
                    insured: {type: boolean, title: 参保}
                    note: {type: string, title: 住址, maxLength: 200}
            """.formatted(code);
    }
}
