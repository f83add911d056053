package org.zhengtong.app.hall.web.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.app.hall.web.tour.TourPage.Station;
import org.zhengtong.base.identity.DemoAccounts;
import org.zhengtong.base.identity.DemoGroup;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.Procedures;

/** The five-minute tour of demonstration mode: the journey of one application, role by role. */
@Controller
class TourController implements PublicPaths {

    private static final String INBOX = "/staff/inbox";

    private final NodeMode mode;
    private final DemoAccounts accounts;
    private final Procedures procedures;
    private final Texts texts;

    TourController(NodeMode mode, DemoAccounts accounts, Procedures procedures, Texts texts) {
        this.mode = mode;
        this.accounts = accounts;
        this.procedures = procedures;
        this.texts = texts;
    }

    @Override
    public List<String> pages() {
        return List.of("/tour");
    }

    @GetMapping("/tour")
    String tour(Locale locale, Model model) {
        if (!mode.demo()) {
            throw new ProblemException(CommonProblem.PAGE_NOT_FOUND);
        }
        var addresses = List.of(application(), INBOX, INBOX, "/my/cases", "/staff/supervision");
        var stations = new ArrayList<Station>();
        for (var at = 0; at < addresses.size(); at++) {
            stations.add(new Station(at + 1, people(at + 1, locale), addresses.get(at)));
        }
        model.addAttribute("page", new TourPage(stations));
        return "hall/tour";
    }

    /** The first item that ends in a licence. */
    private String application() {
        return procedures.list().stream()
                .filter(procedure -> procedure.licenseType() != null)
                .map(Procedure::itemCode)
                .findFirst()
                .map(code -> "/items/" + code.value() + "/application")
                .orElse("/items");
    }

    private List<DemoGroup.Person> people(int station, Locale locale) {
        var names =
                List.of(texts.say(locale, "hall.tour." + station + ".people").split(","));
        return names.stream()
                .flatMap(name -> accounts.groups(locale).stream()
                        .flatMap(group -> group.people().stream())
                        .filter(person -> person.name().equals(name))
                        .limit(1))
                .toList();
    }
}
