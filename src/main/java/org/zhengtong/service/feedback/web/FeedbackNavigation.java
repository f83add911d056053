package org.zhengtong.service.feedback.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.base.ui.ShellUser;
import org.zhengtong.service.feedback.Complaints;
import org.zhengtong.service.feedback.Ratings;

/** The room's lines in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class FeedbackNavigation {

    @Bean
    NavigationEntry complaintsEntry(Complaints complaints, Accounts accounts) {
        return new Entry("feedback.complaints", "/staff/complaints", 40) {
            @Override
            public long count(ShellUser user) {
                return accounts.findUser(new AccountId(user.account()))
                        .map(complaints::countOpen)
                        .orElse(0L);
            }
        };
    }

    @Bean
    NavigationEntry ratingsEntry(Ratings ratings, Accounts accounts) {
        return new Entry("feedback.ratings", "/staff/ratings", 41) {
            @Override
            public long count(ShellUser user) {
                return accounts.findUser(new AccountId(user.account()))
                        .map(found -> ratings.counts(found).openFollowUps())
                        .orElse(0L);
            }
        };
    }

    private abstract static class Entry implements NavigationEntry {

        private final String textKey;
        private final String href;
        private final int order;

        Entry(String textKey, String href, int order) {
            this.textKey = textKey;
            this.href = href;
            this.order = order;
        }

        @Override
        public String group() {
            return "supervision";
        }

        @Override
        public String textKey() {
            return textKey;
        }

        @Override
        public String href() {
            return href;
        }

        @Override
        public String permission() {
            return ComplaintDeskController.ANSWER_COMPLAINT;
        }

        @Override
        public int order() {
            return order;
        }
    }
}
