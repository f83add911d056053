package org.zhengtong.app.operating.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.settings.SettingBook;
import org.zhengtong.base.settings.SettingState;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;

/** Every setting of the node: what it does, what holds, and by whose word. */
@Controller
class SettingsController {

    private final SettingBook book;
    private final SettingRights rights;
    private final Texts texts;

    SettingsController(SettingBook book, SettingRights rights, Texts texts) {
        this.book = book;
        this.rights = rights;
        this.texts = texts;
    }

    @GetMapping("/staff/settings")
    String list(@ModelAttribute SettingsForm form, CurrentUser user, Locale locale, Model model) {
        rights.requireView(user);
        model.addAttribute("page", new SettingsPage(form, wished(form, locale)));
        return "operating/settings";
    }

    private List<SettingState> wished(SettingsForm form, Locale locale) {
        return book.list().stream()
                .filter(state -> form.matches(state, locale, texts))
                .toList();
    }

    @GetMapping("/staff/settings.csv")
    void export(@ModelAttribute SettingsForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        rights.requireView(user);
        var heads = Stream.of("name", "words", "value", "usual", "source", "effect")
                .map(column -> texts.say(locale, "operating.settings." + column))
                .toList();
        CsvExport.send(
                response, "settings.csv", heads, wished(form, locale).stream().map(state -> row(state, locale)));
    }

    private List<String> row(SettingState state, Locale locale) {
        var setting = state.setting();
        var hidden = texts.say(locale, state.filled() ? "operating.settings.set" : "operating.settings.not_set");
        return List.of(
                state.name(),
                texts.say(locale, setting.words()),
                setting.secret() ? hidden : state.value(),
                setting.usual(),
                texts.say(locale, "operating.settings.source." + state.source()),
                texts.say(locale, setting.live() ? "operating.settings.at_once" : "operating.settings.at_start"));
    }
}
