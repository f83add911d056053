package org.zhengtong.base.notice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Deliveries;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.NoticeProblem;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;

/** What left the site, waits or failed. */
@Controller
class DeliveriesController {

    static final String VIEW_OUTBOX = "notice.view_outbox";
    private static final String LIST = "/staff/deliveries";
    private static final int SHOWN = 30;
    private static final int EXPORTED = 10_000;
    private static final String REFRESH_SECONDS = "5";

    private final Deliveries deliveries;
    private final Accounts accounts;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    DeliveriesController(Deliveries deliveries, Accounts accounts, Permissions permissions, Texts texts, Clock clock) {
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(@ModelAttribute DeliveriesForm form, CurrentUser user, Locale locale, Model model) {
        permissions.require(user, VIEW_OUTBOX);
        var found = deliveries.search(form.toQuery(clock.getZone(), SHOWN + 1));
        var lines = found.stream()
                .limit(SHOWN)
                .map(delivery -> new DeliveriesPage.Line(delivery, subject(delivery, locale)))
                .toList();
        model.addAttribute(
                "page",
                new DeliveriesPage(
                        form, deliveries.counts(), lines, found.size() > SHOWN, deliveries.unmatchedReceipts()));
        return "notice/deliveries";
    }

    /** What the message is called, without its values: those may be about a person. */
    private String subject(Delivery delivery, Locale locale) {
        return texts.say(locale, delivery.template() + ".title", blanks());
    }

    private static Object[] blanks() {
        var blanks = new Object[10];
        java.util.Arrays.fill(blanks, "…");
        return blanks;
    }

    @GetMapping(LIST + ".csv")
    void export(@ModelAttribute DeliveriesForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        permissions.require(user, VIEW_OUTBOX);
        var heads = Stream.of(
                        "number",
                        "subject",
                        "channel",
                        "address",
                        "state",
                        "attempts",
                        "created",
                        "sent",
                        "delivered",
                        "read",
                        "answer")
                .map(column -> texts.say(locale, "notice.column." + column))
                .toList();
        CsvExport.send(
                response,
                "deliveries.csv",
                heads,
                deliveries.search(form.toQuery(clock.getZone(), EXPORTED)).stream()
                        .map(delivery -> row(delivery, locale)));
    }

    private List<String> row(Delivery delivery, Locale locale) {
        return List.of(
                String.valueOf(delivery.id()),
                subject(delivery, locale),
                texts.say(locale, "notice.channel." + delivery.channel()),
                delivery.maskedAddress(),
                texts.say(locale, "notice.state." + delivery.state()),
                String.valueOf(delivery.attempts()),
                written(delivery.createdAt()),
                written(delivery.sentAt()),
                written(delivery.deliveredAt()),
                written(delivery.readAt()),
                Objects.requireNonNullElse(delivery.answer(), ""));
    }

    private String written(@Nullable Instant at) {
        return at == null ? "" : at.atZone(clock.getZone()).toLocalDateTime().toString();
    }

    /** Refreshes itself without JavaScript as long as the delivery is on its way. */
    @GetMapping(LIST + "/{id}")
    String delivery(@PathVariable long id, CurrentUser user, Locale locale, Model model, HttpServletResponse response) {
        permissions.require(user, VIEW_OUTBOX);
        var delivery = deliveries.find(id).orElseThrow(() -> new ProblemException(NoticeProblem.DELIVERY_NOT_FOUND));
        if (delivery.endedAt() == null) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        var recipient = delivery.recipient();
        var name = recipient == null
                ? ""
                : accounts.find(recipient).map(Account::name).orElse("");
        model.addAttribute("page", new DeliveryPage(delivery, subject(delivery, locale), name, deliveries.events(id)));
        return "notice/delivery";
    }

    @PostMapping(LIST + "/{id}/attempts")
    String sendAgain(@PathVariable long id, CurrentUser user) {
        permissions.require(user, VIEW_OUTBOX);
        deliveries.sendAgain(id, user.actor());
        return "redirect:" + LIST + "/" + id;
    }

    /** The address this page had. */
    @GetMapping("/staff/mails")
    String moved() {
        return "redirect:" + LIST;
    }
}
