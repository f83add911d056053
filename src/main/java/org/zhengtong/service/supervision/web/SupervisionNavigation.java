package org.zhengtong.service.supervision.web;

import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.base.ui.ShellUser;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.IntegrityLeads;
import org.zhengtong.service.supervision.Warnings;

/** The room's lines in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class SupervisionNavigation {

    private static final String SUPERVISOR = SupervisedDivision.VIEW_DASHBOARD;

    private final Accounts accounts;

    SupervisionNavigation(Accounts accounts) {
        this.accounts = accounts;
    }

    @Bean
    NavigationEntry dashboardEntry() {
        return new Entry("supervision.dashboard", "/staff/supervision", SUPERVISOR, 10, user -> 0);
    }

    @Bean
    NavigationEntry warningsEntry(Warnings warnings) {
        return new Entry(
                "supervision.warnings", "/staff/supervision/warnings", SUPERVISOR, 11, counted(warnings::countOpen));
    }

    @Bean
    NavigationEntry cardsEntry(Cards cards) {
        return new Entry("supervision.cards", "/staff/supervision/cards", SUPERVISOR, 12, counted(cards::countAppeals));
    }

    @Bean
    NavigationEntry ownCardsEntry() {
        return new Entry("supervision.cards.own", "/staff/supervision/cards", Cards.APPEAL_CARD, 13, user -> 0);
    }

    @Bean
    NavigationEntry rulesEntry() {
        return new Entry("supervision.rules", "/staff/supervision/rules", SUPERVISOR, 14, user -> 0);
    }

    @Bean
    NavigationEntry scoresEntry() {
        return new Entry("supervision.scores", "/staff/supervision/scores", SUPERVISOR, 15, user -> 0);
    }

    @Bean
    NavigationEntry ownScoreEntry() {
        return new Entry("supervision.scores.own", "/staff/supervision/scores", Cards.APPEAL_CARD, 16, user -> 0);
    }

    @Bean
    NavigationEntry leadsEntry() {
        return new Entry("supervision.leads", "/staff/supervision/leads", IntegrityLeads.VIEW_LEADS, 17, user -> 0);
    }

    private ToLongFunction<ShellUser> counted(ToLongFunction<CurrentUser> count) {
        return user -> accounts.findUser(new AccountId(user.account()))
                .map(found -> count.applyAsLong(found))
                .orElse(0L);
    }

    private record Entry(String textKey, String href, String permission, int order, ToLongFunction<ShellUser> counter)
            implements NavigationEntry {

        @Override
        public String group() {
            return "supervision";
        }

        @Override
        public long count(ShellUser user) {
            return counter.applyAsLong(user);
        }
    }
}
