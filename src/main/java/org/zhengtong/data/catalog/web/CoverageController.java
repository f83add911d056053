package org.zhengtong.data.catalog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.DivisionLevel;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogListing.Coverage;

/** The figures that project applications ask for: how many classes of information, how many departments. */
@Controller
class CoverageController {
    private static final List<DivisionLevel> LEVELS =
            List.of(DivisionLevel.PROVINCE, DivisionLevel.PREFECTURE, DivisionLevel.COUNTY);

    private final CatalogListing listing;
    private final Divisions divisions;
    private final Departments departments;

    CoverageController(CatalogListing listing, Divisions divisions, Departments departments) {
        this.listing = listing;
        this.divisions = divisions;
        this.departments = departments;
    }

    @GetMapping("/staff/catalog/coverage")
    String coverage(Shell shell, Model model) {
        model.addAttribute("page", page(shell));
        return "catalog/coverage";
    }

    private CoveragePage page(Shell shell) {
        var all = listing.coverage();
        var levels = new ArrayList<CoveragePage.Level>();
        for (var level : LEVELS) {
            levels.add(level(shell.say("catalog.level." + level), all, level));
        }
        return new CoveragePage(
                levels.stream()
                        .filter(each -> each.resources() > 0 || each.known() > 0)
                        .toList(),
                all.stream().map(this::line).toList(),
                all.stream().mapToLong(Coverage::classes).sum(),
                all.size(),
                all.stream().mapToLong(Coverage::resources).sum());
    }

    private CoveragePage.Level level(String name, List<Coverage> all, DivisionLevel level) {
        var of = all.stream().filter(each -> level(each.division()) == level).toList();
        var places = of.stream().map(Coverage::division).collect(Collectors.toSet());
        return new CoveragePage.Level(
                name,
                of.size(),
                places.stream()
                        .map(DivisionCode::new)
                        .mapToLong(place -> departments.of(place).size())
                        .sum(),
                of.stream().mapToLong(Coverage::classes).sum(),
                of.stream().mapToLong(Coverage::resources).sum());
    }

    private static @Nullable DivisionLevel level(String division) {
        return DivisionCode.check(division).valid().map(DivisionCode::level).orElse(null);
    }

    private CoveragePage.Line line(Coverage each) {
        var place = DivisionCode.check(each.division())
                .valid()
                .map(divisions::fullName)
                .orElse("");
        return new CoveragePage.Line(
                place,
                each.provider(),
                each.classes(),
                each.resources(),
                each.items(),
                each.unconditional(),
                each.conditional(),
                each.notShared(),
                each.open());
    }

    @GetMapping("/staff/catalog/coverage.csv")
    void export(Shell shell, HttpServletResponse response) throws IOException {
        var heads = Stream.of(
                        "place",
                        "provider",
                        "classes",
                        "resources",
                        "items",
                        "unconditional",
                        "conditional",
                        "not-shared",
                        "open")
                .map(each -> shell.say("catalog.coverage." + each))
                .toList();
        CsvExport.send(
                response,
                "coverage.csv",
                heads,
                page(shell).providers().stream()
                        .map(each -> Stream.of(
                                        each.place(),
                                        each.provider(),
                                        each.classes(),
                                        each.resources(),
                                        each.items(),
                                        each.unconditional(),
                                        each.conditional(),
                                        each.notShared(),
                                        each.open())
                                .map(Objects::toString)
                                .toList()));
    }
}
