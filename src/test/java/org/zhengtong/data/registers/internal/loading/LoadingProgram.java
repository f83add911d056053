package org.zhengtong.data.registers.internal.loading;

import static org.zhengtong.data.registers.RegistersFixtures.LI;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.internal.source.JdbcRows;

/** Loads a table as a program of its own, in small chunks, and says each; made to be killed. */
public final class LoadingProgram {

    private static final int CHUNK = 300;

    private LoadingProgram() {}

    /** A table of people, all different. */
    static void makeSource(JdbcClient jdbc, int rows) {
        jdbc.sql("create schema source").update();
        jdbc.sql("create table source.people (number text primary key, name text)")
                .update();
        var numbers = new String[rows];
        for (var row = 0; row < rows; row++) {
            var body = "3701%02d19%02d%02d%02d%03d"
                    .formatted(row % 10, row / 10 % 90 + 10, row / 900 % 12 + 1, 1, row % 1000);
            numbers[row] = CitizenNumber.completing(body).value();
        }
        var made = jdbc.sql("insert into source.people select number, '人' || number from unnest(:numbers) number on"
                        + " conflict do nothing")
                .param("numbers", numbers)
                .update();
        if (made != rows) {
            throw new IllegalStateException(made + " people instead of " + rows);
        }
    }

    /** Address, user and password of the database. */
    public static void main(String[] arguments) {
        var database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        var room = RegistersFixtures.on(database);
        room.define(RegistersFixtures.PEOPLE);
        var loading = (BulkLoading) room.bean(RegisterLoading.class);
        var report = loading.load(
                new LoadRequest(new RegisterCode("people"), "killed", "source.people", Map.of(), MARCH, LI),
                new JdbcRows(room.database(), "source.people", List.of("number", "name"), "number"),
                new RegisterLoading.LoadWatch() {
                    @Override
                    public void done(Counts chunk) {
                        System.out.println("CHUNK " + chunk);
                    }

                    @Override
                    public boolean canceled() {
                        return false;
                    }
                },
                CHUNK);
        System.out.println("DONE " + report.counts());
        System.exit(report.counts().addUp() && report.digestsAgree() ? 0 : 1);
    }
}
