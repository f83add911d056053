package org.zhengtong.app.design.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.app.design.ItemDesigns;
import org.zhengtong.base.ui.NavigationEntry;

/** The line of the room in the staff navigation, for those who write and, under the same address, those who review. */
@Configuration(proxyBeanMethods = false)
class DesignNavigation {

    @Bean
    NavigationEntry itemDraftsEntry() {
        return new Entry("design.title", ItemDesigns.EDIT_DRAFT, 18);
    }

    @Bean
    NavigationEntry itemReviewsEntry() {
        return new Entry("design.reviews", ItemDesigns.REVIEW_DRAFT, 19);
    }

    private record Entry(String textKey, String permission, int order) implements NavigationEntry {

        @Override
        public String group() {
            return "settings";
        }

        @Override
        public String href() {
            return permission.equals(ItemDesigns.EDIT_DRAFT) ? "/staff/design" : "/staff/design?state=IN_REVIEW";
        }
    }
}
