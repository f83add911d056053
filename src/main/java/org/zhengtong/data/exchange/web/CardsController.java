package org.zhengtong.data.exchange.web;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.exchange.Acceptance;
import org.zhengtong.data.exchange.CardOutcome;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.NodeCard;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.Transport;

/** Accepting a node: its card is read, its fingerprint compared, then it is trusted. */
@Controller
@RequestMapping("/staff/exchange/cards")
class CardsController {

    private static final int LONGEST = 64 * 1024;

    private final NodeOffice office;
    private final Permissions permissions;
    private final Texts texts;
    private final ExchangeSettings settings;

    CardsController(NodeOffice office, Permissions permissions, Texts texts, ExchangeSettings settings) {
        this.office = office;
        this.permissions = permissions;
        this.texts = texts;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView blank(CurrentUser user) {
        permissions.require(user, Nodes.MANAGE_EXCHANGE);
        return new ModelAndView(
                "exchange/card", "page", new CardPage(null, "", AcceptanceForm.empty(Transport.PUSH), List.of()));
    }

    /** Reads a card from a file or an address; nothing is kept. */
    @PostMapping("/reading")
    ModelAndView read(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String address,
            CurrentUser user,
            Locale locale)
            throws IOException {
        permissions.require(user, Nodes.MANAGE_EXCHANGE);
        var sent = file == null || file.isEmpty() ? null : file;
        if (sent == null && address.isBlank()) {
            return refused(null, address, AcceptanceForm.empty(Transport.PUSH), fault(locale, "file", "nothing"));
        }
        var outcome = sent == null ? office.fetch(address) : office.read(head(sent));
        return switch (outcome) {
            case CardOutcome.Readable(var card) -> new ModelAndView("exchange/card", "page", compare(card, address));
            case CardOutcome.Unreadable(var why) ->
                refused(
                        null,
                        address,
                        AcceptanceForm.empty(Transport.PUSH),
                        fault(locale, sent == null ? "address" : "file", why.name()));
        };
    }

    private static byte[] head(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return in.readNBytes(LONGEST);
        }
    }

    private static CardPage compare(NodeCard card, String address) {
        var transport = card.address().isEmpty() ? Transport.FETCHED : Transport.PUSH;
        return new CardPage(card, address, AcceptanceForm.empty(transport), List.of());
    }

    @PostMapping("/acceptance")
    ModelAndView accept(@ModelAttribute AcceptanceForm form, CurrentUser user, Locale locale) {
        permissions.require(user, Nodes.MANAGE_EXCHANGE);
        if (!(office.read(decoded(form.card())) instanceof CardOutcome.Readable(var card))) {
            return refused(null, "", form, fault(locale, "file", CardOutcome.Why.NOT_A_CARD.name()));
        }
        var transport = form.transport();
        if (!form.wasCompared()) {
            return refused(card, "", form, fault(locale, "compared", "not_compared"));
        }
        if (transport == null || transport == Transport.PUSH && card.address().isEmpty()) {
            return refused(card, "", form, fault(locale, "transport", "no_address"));
        }
        if (transport == Transport.KAFKA && settings.kafka() == null) {
            return refused(card, "", form, fault(locale, "transport", "no_kafka"));
        }
        if (!form.kindsRight()) {
            return refused(card, "", form, fault(locale, "kinds", "kinds"));
        }
        office.accept(new Acceptance(card, transport, form.vouched(), form.kindList()), user.actor());
        return new ModelAndView("redirect:/staff/exchange/nodes?done=accepted");
    }

    private static byte[] decoded(@Nullable String card) {
        try {
            return Base64.getDecoder().decode(card == null ? "" : card);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    private FieldFault fault(Locale locale, String field, String why) {
        return new FieldFault(field, texts.say(locale, "exchange.card.fault." + why));
    }

    private static ModelAndView refused(
            @Nullable NodeCard card, String address, AcceptanceForm form, FieldFault fault) {
        var view = new ModelAndView("exchange/card", "page", new CardPage(card, address, form, List.of(fault)));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
