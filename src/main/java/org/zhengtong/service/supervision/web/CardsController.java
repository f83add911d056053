package org.zhengtong.service.supervision.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.service.supervision.CardId;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.CardOutcome;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.Cards;

/** Cards, each with its evidence, and the steps people take on them. */
@Controller
@RequestMapping("/staff/supervision/cards")
class CardsController {

    private static final int SHOWN = 200;

    private final Cards cards;
    private final CardViews views;
    private final CardEvidence evidence;
    private final DueDateWords words;

    CardsController(Cards cards, CardViews views, CardEvidence evidence, DueDateWords words) {
        this.cards = cards;
        this.views = views;
        this.evidence = evidence;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String state,
            CurrentUser user,
            Model model) {
        var filter = new Cards.Filter(named(CardLevel.values(), level), named(CardState.values(), state), null);
        model.addAttribute("page", new CardsPage(filter, views.of(cards.list(filter, user, SHOWN))));
        return "supervision/cards";
    }

    private static <T extends Enum<T>> @Nullable T named(T[] values, String typed) {
        return Stream.of(values)
                .filter(each -> each.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, CurrentUser user, Model model) {
        model.addAttribute("page", page(id, user));
        model.addAttribute("words", words);
        return "supervision/card";
    }

    private CardPage page(long id, CurrentUser user) {
        var card = cards.require(new CardId(id), user);
        return evidence.page(views.of(List.of(card)).getFirst(), cards.history(card.id(), user), user);
    }

    @PostMapping("/{id}/urging")
    ModelAndView urge(@PathVariable long id, @RequestParam(defaultValue = "") String reason, CurrentUser user) {
        return shown(id, cards.urge(new CardId(id), reason, user), reason, user);
    }

    @PostMapping("/{id}/appeal")
    ModelAndView appeal(@PathVariable long id, @RequestParam(defaultValue = "") String reason, CurrentUser user) {
        return shown(id, cards.appeal(new CardId(id), reason, user), reason, user);
    }

    @PostMapping("/{id}/confirmation")
    ModelAndView uphold(@PathVariable long id, @RequestParam(defaultValue = "") String reason, CurrentUser user) {
        return shown(id, cards.uphold(new CardId(id), reason, user), reason, user);
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, CurrentUser user) {
        return shown(id, cards.withdraw(new CardId(id), reason, user), reason, user);
    }

    @PostMapping("/{id}/restoration")
    ModelAndView restore(@PathVariable long id, @RequestParam(defaultValue = "") String reason, CurrentUser user) {
        return shown(id, cards.restore(new CardId(id), reason, user), reason, user);
    }

    private ModelAndView shown(long id, CardOutcome outcome, String reason, CurrentUser user) {
        return switch (outcome) {
            case CardOutcome.Done done -> new ModelAndView("redirect:/staff/supervision/cards/" + id + "#history");
            case CardOutcome.ReasonTooShort shorter -> refused(id, reason, "supervision.act.short", user);
            case CardOutcome.TooLate late -> refused(id, reason, "supervision.act.late", user);
            case CardOutcome.NotPossible other -> refused(id, reason, "supervision.act.state", user);
        };
    }

    private ModelAndView refused(long id, String reason, String key, CurrentUser user) {
        return new ModelAndView(
                "supervision/card",
                Map.of("page", page(id, user).refusing(reason, key), "words", words),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
