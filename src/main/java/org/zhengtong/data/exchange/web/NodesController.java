package org.zhengtong.data.exchange.web;

import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.ExchangeProblem;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.internal.look.ChannelSearch;
import org.zhengtong.data.exchange.internal.node.NodeStore;

/** Other nodes: who they are, how they fare, and taking trust back. */
@Controller
@RequestMapping("/staff/exchange/nodes")
class NodesController {

    private final Nodes nodes;
    private final NodeOffice office;
    private final NodeStore store;
    private final ChannelSearch channels;
    private final Permissions permissions;
    private final Texts texts;
    private final NodeAges ages;

    NodesController(
            Nodes nodes,
            NodeOffice office,
            NodeStore store,
            ChannelSearch channels,
            Permissions permissions,
            Texts texts,
            NodeAges ages) {
        this.nodes = nodes;
        this.office = office;
        this.store = store;
        this.channels = channels;
        this.permissions = permissions;
        this.texts = texts;
        this.ages = ages;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String done, CurrentUser user, Model model) {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        model.addAttribute(
                "page",
                new NodesPage(
                        office.ownCard(),
                        nodes.all(),
                        user.may(Nodes.MANAGE_EXCHANGE),
                        List.of("accepted", "revoked").contains(done) ? "exchange.done." + done : "",
                        ages.now()));
        return "exchange/nodes";
    }

    @GetMapping("/own.card")
    ResponseEntity<byte[]> ownCard(CurrentUser user) throws IOException {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        return ResponseEntity.ok()
                .contentType(FramesController.FRAMES)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(nodes.own().code() + ".card")
                                .build()
                                .toString())
                .body(office.ownCard().bytes());
    }

    @GetMapping("/{code}")
    String node(@PathVariable String code, CurrentUser user, Model model) {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        model.addAttribute("page", page(require(code), user, "", List.of()));
        return "exchange/node";
    }

    @PostMapping("/{code}/revocation")
    ModelAndView revoke(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String why,
            CurrentUser user,
            java.util.Locale locale) {
        permissions.require(user, Nodes.MANAGE_EXCHANGE);
        var node = require(code);
        if (why.isBlank() || why.length() > 500) {
            var page = page(
                    node, user, why, List.of(new FieldFault("why", texts.say(locale, "exchange.revoke.why.missing"))));
            var view = new ModelAndView("exchange/node", "page", page);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        office.revoke(node.code(), why.strip(), user.actor());
        return new ModelAndView("redirect:/staff/exchange/nodes?done=revoked");
    }

    @PostMapping("/{code}/expectation")
    String expect(
            @PathVariable String code,
            @RequestParam String contract,
            @RequestParam(defaultValue = "0") long minutes,
            CurrentUser user) {
        permissions.require(user, Nodes.MANAGE_EXCHANGE);
        office.expect(require(code).code(), contract, Math.clamp(minutes, 0, 525_600), user.actor());
        return "redirect:/staff/exchange/channels";
    }

    private ExchangeNode require(String code) {
        return nodes.all().stream()
                .filter(node -> node.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ExchangeProblem.NODE_UNKNOWN, code));
    }

    private NodePage page(ExchangeNode node, CurrentUser user, String why, List<FieldFault> faults) {
        return new NodePage(
                node,
                store.standing(new NodeCode(node.code().value())).orElseThrow(),
                channels.channels(ages.daysAgo(30)).stream()
                        .filter(line -> line.node().equals(node.code().value()))
                        .toList(),
                user.may(Nodes.MANAGE_EXCHANGE),
                why,
                faults,
                ages.now());
    }
}
