package org.zhengtong.data.sharing.web.grant;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Grants.Side;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.web.SharingNames;

/** How much shared data is used: by day, by resource and consumer. */
@Controller
@RequestMapping("/staff/sharing")
class UsageController {

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final Grants grants;
    private final Permissions permissions;
    private final SharingNames names;

    UsageController(Grants grants, Permissions permissions, SharingNames names) {
        this.grants = grants;
        this.permissions = permissions;
        this.names = names;
    }

    /** From which side and over which days. */
    private record Span(Side side, List<Side> sides, LocalDate from, LocalDate to) {}

    private Span span(String side, @Nullable String from, @Nullable String to, CurrentUser user) {
        permissions.require(user, Requests.REQUEST_DATA);
        var sides = GrantsController.sides(user);
        var last = TypedDay.of(to).orElse(names.today());
        var first = TypedDay.of(from).filter(day -> !day.isAfter(last)).orElse(last.minusDays(DAYS - 1L));
        var earliest = last.minusDays(MOST_DAYS - 1L);
        return new Span(GrantsController.side(side, sides), sides, first.isBefore(earliest) ? earliest : first, last);
    }

    @GetMapping("/usage")
    String show(
            @RequestParam(defaultValue = "") String side,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            CurrentUser user,
            Model model) {
        var span = span(side, from, to, user);
        model.addAttribute(
                "page",
                new GrantPages.UsagePage(
                        span.side(),
                        span.sides(),
                        span.from(),
                        span.to(),
                        DayBars.of(grants.days(span.from(), span.to(), span.side(), user), span.from(), span.to()),
                        lines(span, user).toList(),
                        "/staff/sharing/usage.csv?side=%s&from=%s&to=%s"
                                .formatted(span.side(), span.from(), span.to())));
        return "sharing/usage";
    }

    private Stream<GrantPages.UseLine> lines(Span span, CurrentUser user) {
        return grants.sums(span.from(), span.to(), span.side(), user).stream()
                .map(sum -> new GrantPages.UseLine(
                        sum, names.department(sum.provider()), names.department(sum.consumer())));
    }

    @GetMapping("/usage.csv")
    void export(
            @RequestParam(defaultValue = "") String side,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            CurrentUser user,
            Shell shell,
            HttpServletResponse response)
            throws IOException {
        var heads = Stream.of("number", "resource", "provider", "consumer", "calls", "records", "last")
                .map(head -> shell.say("sharing.column." + head))
                .toList();
        CsvExport.send(
                response,
                "sharing-usage.csv",
                heads,
                lines(span(side, from, to, user), user)
                        .map(line -> List.of(
                                line.sum().number().value(),
                                line.sum().resource(),
                                line.provider(),
                                line.consumer(),
                                String.valueOf(line.sum().calls()),
                                String.valueOf(line.sum().records()),
                                line.sum().last().map(Objects::toString).orElse(""))));
    }
}
