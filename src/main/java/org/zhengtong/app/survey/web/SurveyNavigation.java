package org.zhengtong.app.survey.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.base.ui.NavigationEntry;

/** The lines of the survey room in the staff navigation. */
@Configuration(proxyBeanMethods = false)
class SurveyNavigation {

    @Bean
    NavigationEntry formLibraryEntry() {
        return new Entry("survey.library", "/staff/forms", 60);
    }

    @Bean
    NavigationEntry filledFormsEntry() {
        return new Entry("survey.filled", "/staff/filled-forms", 61);
    }

    private record Entry(String textKey, String href, int order) implements NavigationEntry {

        @Override
        public String group() {
            return "look-up";
        }

        @Override
        public String permission() {
            return FilledForms.FILL_FORM;
        }
    }
}
