package org.zhengtong.data.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.exchange.ExchangeProblem;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.internal.look.EnvelopeLook;
import org.zhengtong.data.exchange.internal.look.EnvelopeSearch;
import org.zhengtong.data.exchange.internal.look.Proof;

/** Envelopes that left and arrived. */
@Controller
@RequestMapping("/staff/exchange/envelopes")
class EnvelopesController {

    private static final int SHOWN = 20;
    private static final int EXPORTED = 10_000;

    private final EnvelopeSearch envelopes;
    private final Proof proof;
    private final Nodes nodes;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    EnvelopesController(
            EnvelopeSearch envelopes, Proof proof, Nodes nodes, Permissions permissions, Texts texts, Clock clock) {
        this.envelopes = envelopes;
        this.proof = proof;
        this.nodes = nodes;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute EnvelopesForm form, CurrentUser user, Model model) {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        var found = envelopes.search(form.toQuery(SHOWN + 1));
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        model.addAttribute("page", new EnvelopesPage(form, shown, found.size() > SHOWN, names()));
        return "exchange/envelopes";
    }

    @GetMapping("/envelopes.csv")
    void export(@ModelAttribute EnvelopesForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        var heads = Stream.of("id", "node", "contract", "number", "kind", "purpose", "size", "state", "at", "ended")
                .map(column -> texts.say(locale, "exchange.column." + column))
                .toList();
        CsvExport.send(
                response,
                "envelopes.csv",
                heads,
                envelopes.search(form.toQuery(EXPORTED)).stream().map(each -> row(each, locale)));
    }

    private List<String> row(EnvelopeLook each, Locale locale) {
        return List.of(
                each.id().toString(),
                each.node(),
                each.contract(),
                each.number() == null ? "" : each.number().toString(),
                each.kind(),
                each.purpose(),
                String.valueOf(each.size()),
                texts.say(locale, "exchange.state." + each.state()),
                each.at().atZone(clock.getZone()).toLocalDateTime().toString(),
                each.endedAt() == null
                        ? ""
                        : each.endedAt()
                                .atZone(clock.getZone())
                                .toLocalDateTime()
                                .toString());
    }

    @GetMapping("/{way}/{id}")
    String envelope(@PathVariable String way, @PathVariable UUID id, CurrentUser user, Model model) {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        var found = envelopes
                .find(id, way.equals("out"))
                .orElseThrow(() -> new ProblemException(ExchangeProblem.ENVELOPE_UNKNOWN));
        model.addAttribute(
                "page", new EnvelopePage(found, names().getOrDefault(found.node(), found.node()), proof.of(found)));
        return "exchange/envelope";
    }

    private Map<String, String> names() {
        return nodes.all().stream().collect(Collectors.toMap(node -> node.code().value(), node -> node.name()));
    }
}
