package org.zhengtong.data.sharing.web.grant;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Grants.Query;
import org.zhengtong.data.sharing.Grants.Side;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.web.SharingNames;

/** Grants given and received. */
@Controller
@RequestMapping("/staff/sharing")
class GrantsController {

    private static final String PATH = "/staff/sharing/grants";
    private static final int SHOWN = 30;
    private static final int MOST = 10_000;

    private final Grants grants;
    private final SharingNames names;

    GrantsController(Grants grants, SharingNames names) {
        this.grants = grants;
        this.names = names;
    }

    @GetMapping("/grants")
    String list(
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            CurrentUser user,
            Model model) {
        var sides = sides(user);
        var shown = side(side, sides);
        var from = GrantNumber.fits(after) ? after : "";
        var found = grants.search(new Query(shown, text.strip(), null, state(state), from, SHOWN), user);
        model.addAttribute(
                "page",
                new GrantPages.GrantsPage(
                        shown,
                        sides,
                        text.strip(),
                        state(state),
                        found.grants().stream().map(this::line).toList(),
                        found.next() == null ? null : address(PATH, shown, text, state) + "&after=" + found.next(),
                        from.isEmpty() ? null : address(PATH, shown, text, state),
                        address(PATH + ".csv", shown, text, state)));
        return "sharing/grants";
    }

    static List<Side> sides(CurrentUser user) {
        var sides = new ArrayList<Side>();
        if (user.may(Requests.REQUEST_DATA) || user.may(Grants.USE_GRANT) || !user.may(Requests.ANSWER_REQUEST)) {
            sides.add(Side.RECEIVED);
        }
        if (user.may(Requests.ANSWER_REQUEST)) {
            sides.add(Side.GIVEN);
        }
        return sides;
    }

    static Side side(String text, List<Side> sides) {
        return sides.stream()
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(sides.getFirst());
    }

    private static DataGrant.@Nullable State state(String text) {
        return Arrays.stream(DataGrant.State.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private GrantPages.Line line(DataGrant grant) {
        return new GrantPages.Line(
                grant,
                names.department(grant.provider()),
                names.department(grant.consumer()),
                grant.expired(names.today()));
    }

    private static String address(String path, Side side, String text, String state) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("side", side)
                .queryParam("text", "{text}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(text.strip(), state)
                .toUriString();
    }

    @GetMapping("/grants.csv")
    void export(
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            CurrentUser user,
            Shell shell,
            HttpServletResponse response)
            throws IOException {
        var query = new Query(side(side, sides(user)), text.strip(), null, state(state), "", MOST);
        var heads = Stream.of("number", "resource", "provider", "consumer", "purpose", "basis", "until", "state")
                .map(head -> shell.say("sharing.column." + head))
                .toList();
        var rows = grants.search(query, user).grants().stream().map(this::line);
        CsvExport.send(response, "sharing-grants.csv", heads, rows.map(line -> row(line, shell)));
    }

    private static List<String> row(GrantPages.Line line, Shell shell) {
        var grant = line.grant();
        return List.of(
                grant.number().value(),
                grant.resourceName(),
                line.provider(),
                line.consumer(),
                grant.terms().purpose(),
                grant.terms().basis(),
                grant.validUntil().toString(),
                shell.say(line.stateKey()));
    }
}
