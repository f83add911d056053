package org.zhengtong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.zhengtong.service.casework.CaseNumber;

/** A year of cases with ten events each, brought in by COPY: one in twenty late, some refused or denied with too few words. */
final class MadeUpYear {

    static final int EVENTS_A_CASE = 10;

    private static final int DAYS = 365;
    private static final int PIECE = 1 << 20;
    private static final long SEED = 44;
    private static final String[] STEPS = {"market-regulation", "taxation", "human-resources"};

    private final DataSource database;
    private final LocalDate first;
    private final long template;

    MadeUpYear(DataSource database, CaseNumber template, LocalDate first) {
        this.database = database;
        this.first = first;
        var parts = template.value().split("-");
        this.template = Long.parseLong(parts[0] + parts[1]) * 100_000 + Long.parseLong(parts[2]);
    }

    /** Writes rows of one kind for a case. */
    private interface Rows {
        void write(StringBuilder out, Life life);
    }

    /** One made-up case, the same for every table. */
    private record Life(
            long key, String city, LocalDate filed, LocalDate accepted, LocalDate due, LocalDate ended, int fate) {
        boolean refused() {
            return fate < 2;
        }

        boolean denied() {
            return fate == 2 || fate == 3;
        }

        boolean late() {
            return ended.isAfter(due);
        }

        /** Half of the refusals and denials have a reason that is none. */
        String reason() {
            return fate % 2 == 0 ? "材料不全" : "申请材料不齐全，住所证明与申请书不一致";
        }
    }

    void fill(int cases) throws SQLException, IOException {
        copy(
                cases,
                "case_file (id, procedure_id, item_code, item_name, division, jurisdiction, lead_department, channel, state, "
                        + "applicant_kind, applicant_name, contact_name, mobile, filed_at, filed_on, received_on, accepted_on, "
                        + "decided_at, decided_on, granted, in_time)",
                caseFile());
        copy(
                cases,
                "clock (case_id, step, division, department, started_on, committed, committed_due_on, due_on, state, "
                        + "ended_at, ended_on)",
                MadeUpYear::clocks);
        copy(
                cases,
                "task (case_id, serial, step, step_title, kind, state, department, division, item_code, item_name, applicant, "
                        + "channel, sort_on, opened_at, done_at, done_on, done_by_name, granted, in_time)",
                MadeUpYear::tasks);
        copy(cases, "decision (case_id, task_serial, granted, opinion, reasons, remedies)", MadeUpYear::decisions);
        copy(cases, "event (case_id, at, kind, actor_name, detail)", MadeUpYear::events);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze casework.event");
            statement.execute("vacuum analyze casework.clock");
            statement.execute("vacuum analyze casework.case_file");
            statement.execute("vacuum analyze casework.task");
            statement.execute("vacuum analyze casework.decision");
        }
    }

    private void copy(int cases, String table, Rows rows) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(true);
            CopyIn in =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy casework." + table + " from stdin");
            try {
                send(in, cases, rows);
                in.endCopy();
            } finally {
                if (in.isActive()) {
                    in.cancelCopy();
                }
            }
        }
    }

    private void send(CopyIn in, int cases, Rows rows) throws SQLException {
        var random = new SplittableRandom(SEED);
        var out = new StringBuilder(PIECE + 4_096);
        for (var number = 0; number < cases; number++) {
            rows.write(out, life(number, cases, random));
            if (out.length() > PIECE) {
                send(in, out);
            }
        }
        send(in, out);
    }

    private static void send(CopyIn in, StringBuilder out) throws SQLException {
        var bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        in.writeToCopy(bytes, 0, bytes.length);
        out.setLength(0);
    }

    /** Cases come in the order of their days, as in life. */
    private Life life(int number, int cases, SplittableRandom random) {
        var filed = first.plusDays((long) number * DAYS / cases);
        var city = "37%02d00".formatted(1 + random.nextInt(16));
        var serial = 1 + number % 90_000;
        var digits = filed.getYear() * 10_000L + filed.getMonthValue() * 100L + filed.getDayOfMonth();
        var key = ((Long.parseLong(city) + 2) * 100_000_000 + digits) * 100_000 + serial;
        var accepted = worked(filed.plusDays(random.nextInt(2)));
        var due = worked(accepted.plusDays(7));
        var late = random.nextInt(20) == 0;
        var ended = late ? worked(due.plusDays(1 + random.nextInt(5))) : worked(accepted.plusDays(random.nextInt(4)));
        return new Life(key, city, filed, accepted, due, ended, random.nextInt(100));
    }

    private static LocalDate worked(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static StringBuilder line(StringBuilder out, Object... cells) {
        for (var at = 0; at < cells.length; at++) {
            if (at > 0) {
                out.append('\t');
            }
            out.append(cells[at] == null ? "\\N" : cells[at]);
        }
        return out.append('\n');
    }

    private static String at(LocalDate day, int hour) {
        return day + " " + (hour < 10 ? "0" : "") + hour + ":15:00+08";
    }

    private Rows caseFile() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select procedure_id, item_code, item_name from casework.case_file where id = " + template)) {
            found.next();
            var procedure = found.getInt(1);
            var code = found.getString(2);
            var name = found.getString(3);
            return (out, life) -> line(
                    out,
                    life.key(),
                    procedure,
                    code,
                    name,
                    life.city().substring(0, 4) + "02",
                    life.city(),
                    life.city() + ".market-regulation",
                    "ONLINE",
                    life.refused() ? "REFUSED" : life.denied() ? "DENIED" : "DELIVERED",
                    "PERSON",
                    "王海燕",
                    "王海燕",
                    "13800000426",
                    at(life.filed(), 9),
                    life.filed(),
                    life.filed(),
                    life.refused() ? null : life.accepted(),
                    life.refused() ? null : at(life.ended(), 15),
                    life.refused() ? null : life.ended(),
                    life.refused() ? null : String.valueOf(!life.denied()),
                    life.refused() ? null : String.valueOf(!life.late()));
        }
    }

    private static void clocks(StringBuilder out, Life life) {
        clock(out, life, "intake", "service-hall", life.filed(), life.filed().plusDays(7), life.accepted());
        if (!life.refused()) {
            clock(out, life, "", "market-regulation", life.accepted(), life.due(), life.ended());
            for (var step : STEPS) {
                clock(out, life, step, step, life.accepted(), life.due(), life.ended());
            }
        }
    }

    private static void clock(
            StringBuilder out, Life life, String step, String slug, LocalDate from, LocalDate due, LocalDate ended) {
        line(
                out,
                life.key(),
                step,
                life.city().substring(0, 4) + "02",
                life.city() + "." + slug,
                from,
                "5w",
                due,
                due,
                ended.isAfter(due) ? "OVERDUE" : "MET",
                at(ended, 15),
                ended);
    }

    private static void tasks(StringBuilder out, Life life) {
        task(out, life, 1, "intake", "INTAKE", "service-hall", life.accepted());
        for (var step = 0; step < STEPS.length && !life.refused(); step++) {
            task(out, life, step + 2, STEPS[step], step == 0 ? "DECIDE" : "EXAMINE", STEPS[step], life.ended());
        }
    }

    private static void task(
            StringBuilder out, Life life, int serial, String step, String kind, String slug, LocalDate done) {
        line(
                out,
                life.key(),
                serial,
                step,
                step,
                kind,
                "DONE",
                life.city() + "." + slug,
                life.city().substring(0, 4) + "02",
                "X",
                "企业设立登记",
                "王海燕",
                "ONLINE",
                life.due(),
                at(life.filed(), 9),
                at(done, serial == 1 ? 10 : 15),
                done,
                "刘思远",
                serial == 1 ? null : String.valueOf(serial != 2 || !life.denied()),
                !life.late());
    }

    private static void decisions(StringBuilder out, Life life) {
        if (!life.refused()) {
            line(
                    out,
                    life.key(),
                    2,
                    !life.denied(),
                    "同意",
                    life.denied() ? life.reason() : null,
                    life.denied() ? "可以申请行政复议" : null);
        }
    }

    private static void events(StringBuilder out, Life life) {
        event(out, life, at(life.filed(), 9), "FILED", "{}");
        if (life.refused()) {
            event(out, life, at(life.accepted(), 10), "ACCEPTANCE_REFUSED", "{\"reason\": \"" + life.reason() + "\"}");
        } else {
            event(out, life, at(life.accepted(), 10), "ACCEPTED", "{}");
            for (var step : STEPS) {
                event(out, life, at(life.accepted(), 11), "CLAIMED", "{\"step\": \"" + step + "\"}");
                var denied = life.denied() && step.equals(STEPS[0]);
                var detail = "{\"step\": \"" + step + "\", \"opinion\": \"同意\"}";
                event(out, life, at(life.ended(), 15), denied ? "STEP_DENIED" : "STEP_GRANTED", detail);
            }
            event(out, life, at(life.ended(), 15), life.denied() ? "DENIED" : "GRANTED", "{}");
        }
        event(out, life, at(life.ended(), 16), "DELIVERED", "{\"result\": \"\"}");
    }

    private static void event(StringBuilder out, Life life, String at, String kind, String detail) {
        line(out, life.key(), at, kind, "刘思远", detail);
    }
}
