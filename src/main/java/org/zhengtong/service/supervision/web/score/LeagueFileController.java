package org.zhengtong.service.supervision.web.score;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;

/** The league as a file for a spreadsheet. */
@Controller
class LeagueFileController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDTH = 18;

    private final LeagueController league;
    private final LeagueTables tables;

    LeagueFileController(LeagueController league, LeagueTables tables) {
        this.league = league;
        this.tables = tables;
    }

    @GetMapping("/staff/supervision/scores.csv")
    void csv(LeagueController.Asked asked, CurrentUser user, Shell shell, HttpServletResponse response)
            throws IOException {
        var question = league.question(asked, user);
        CsvExport.send(response, name(question) + ".csv", heads(shell), lines(question));
    }

    private static String name(LeagueQuestion question) {
        return "scores-" + question.within().value() + "-" + question.period().first();
    }

    private static List<String> heads(Shell shell) {
        return Stream.of("rank", "department_code", "department", "area", "score", "change_before", "cards", "months")
                .map(column -> shell.say("supervision.column." + column))
                .toList();
    }

    private Stream<List<String>> lines(LeagueQuestion question) {
        return tables.rows(question).stream()
                .map(row -> List.of(
                        String.valueOf(row.rank()),
                        row.department(),
                        row.name(),
                        row.area(),
                        row.score(),
                        row.change() == null ? "" : row.change().toPlainString(),
                        String.valueOf(row.cards()),
                        String.valueOf(row.months())));
    }

    @GetMapping("/staff/supervision/scores.xlsx")
    void xlsx(LeagueController.Asked asked, CurrentUser user, Shell shell, HttpServletResponse response)
            throws IOException {
        var question = league.question(asked, user);
        response.setContentType(XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name(question) + ".xlsx\"");
        try (var book = new Workbook(response.getOutputStream(), "Zhengtong", "1.0")) {
            var sheet = book.newWorksheet(shell.say("supervision.scores"));
            var heads = heads(shell);
            for (var column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.width(column, WIDTH);
            }
            sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            var line = 1;
            for (var row : tables.rows(question)) {
                sheet.value(line, 0, row.rank());
                sheet.value(line, 1, row.department());
                sheet.value(line, 2, row.name());
                sheet.value(line, 3, row.area());
                sheet.value(line, 4, new java.math.BigDecimal(row.score()));
                sheet.value(line, 5, row.change());
                sheet.value(line, 6, row.cards());
                sheet.value(line++, 7, row.months());
            }
        }
    }
}
