package org.zhengtong.data.sharing.web.request;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.Query;

/** A list of requests as a file. */
@Controller
class RequestsExport {

    private static final int MOST = 10_000;

    private final Requests requests;
    private final RequestViews views;

    RequestsExport(Requests requests, RequestViews views) {
        this.requests = requests;
        this.views = views;
    }

    @GetMapping("/staff/sharing/requests.csv")
    void export(
            @RequestParam(defaultValue = "") String box,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            CurrentUser user,
            Shell shell,
            HttpServletResponse response)
            throws IOException {
        var boxes = RequestsController.boxes(user);
        var shown = boxes.stream()
                .filter(each -> each.name().equals(box))
                .findFirst()
                .orElse(boxes.getFirst());
        var query = new Query(shown, text.strip(), RequestsController.state(state), null, MOST);
        var heads = Stream.of("number", "resource", "provider", "consumer", "state", "due", "sent")
                .map(head -> shell.say("sharing.column." + head))
                .toList();
        var rows = requests.search(query, user).requests().stream().map(views::line);
        CsvExport.send(response, "sharing-requests.csv", heads, rows.map(line -> row(line, shell)));
    }

    private static List<String> row(RequestsPage.Line line, Shell shell) {
        var request = line.request();
        var clock = request.clock();
        return List.of(
                request.number().value(),
                request.resourceName(),
                line.provider(),
                line.consumer(),
                shell.say("sharing.state." + request.state()),
                clock == null ? "" : Objects.toString(clock.dueOn()),
                clock == null ? "" : clock.sentAt().toString());
    }
}
