package org.zhengtong.data.exchange.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.internal.look.ChannelSearch;
import org.zhengtong.data.exchange.internal.transport.QuarantineStore;

/** Who exchanges what with whom, and how channels fare. */
@Controller
class OverviewController {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final Nodes nodes;
    private final ChannelSearch channels;
    private final QuarantineStore quarantine;
    private final Permissions permissions;
    private final Clock clock;

    OverviewController(
            Nodes nodes, ChannelSearch channels, QuarantineStore quarantine, Permissions permissions, Clock clock) {
        this.nodes = nodes;
        this.channels = channels;
        this.quarantine = quarantine;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping("/staff/exchange")
    String overview(CurrentUser user, Model model) {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        var lines = channels.channels(clock.instant().minus(SHOWN));
        model.addAttribute(
                "page",
                new OverviewPage(
                        nodes.own(),
                        NodeGraph.of(nodes.own(), nodes.all(), lines),
                        lines,
                        names(),
                        channels.faults(today().minusDays(SHOWN.toDays())),
                        quarantine.waiting()));
        return "exchange/overview";
    }

    @GetMapping("/staff/exchange/channels")
    String channels(CurrentUser user, Model model) {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        var days = channels.days(today().minusDays(13), today(), clock.getZone().getId());
        model.addAttribute(
                "page",
                new ChannelsPage(
                        channels.channels(clock.instant().minus(SHOWN)),
                        names(),
                        DayChart.of(days),
                        user.may(Nodes.MANAGE_EXCHANGE)));
        return "exchange/channels";
    }

    private Map<String, String> names() {
        return nodes.all().stream().collect(Collectors.toMap(node -> node.code().value(), node -> node.name()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
