package org.zhengtong.data.catalog.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.data.catalog.Catalog;

/** The lines of this room in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class CatalogNavigation {

    private record Line(String textKey, String href, String permission, int order) implements NavigationEntry {

        @Override
        public String group() {
            return "data";
        }
    }

    @Bean
    NavigationEntry catalogLine() {
        return new Line("catalog.title", "/staff/catalog", "", 10);
    }

    @Bean
    NavigationEntry draftsLine() {
        return new Line("catalog.drafts", "/staff/catalog/drafts", Catalog.COMPILE_RESOURCE, 20);
    }

    @Bean
    NavigationEntry reviewsLine() {
        return new Line("catalog.reviews", "/staff/catalog/reviews", Catalog.REVIEW_RESOURCE, 30);
    }

    @Bean
    NavigationEntry coverageLine() {
        return new Line("catalog.coverage", "/staff/catalog/coverage", "", 40);
    }
}
