package org.zhengtong.data.sharing.web.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.Box;
import org.zhengtong.data.sharing.Requests.Query;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.SharingRequest;

/** Requests that were sent, that wait for an answer, that are disputed; and what is done with each. */
@Controller
@RequestMapping("/staff/sharing/requests")
class RequestsController {

    private static final String PATH = "/staff/sharing/requests";
    private static final int SHOWN = 30;

    private final Requests requests;
    private final Registers registers;
    private final RequestViews views;

    RequestsController(Requests requests, Registers registers, RequestViews views) {
        this.requests = requests;
        this.registers = registers;
        this.views = views;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String box,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable Long after,
            CurrentUser user,
            Model model) {
        var boxes = boxes(user);
        var shown = boxes.stream()
                .filter(each -> each.name().equals(box))
                .findFirst()
                .orElse(boxes.getFirst());
        var found = requests.search(new Query(shown, text.strip(), state(state), after, SHOWN), user);
        model.addAttribute(
                "page",
                new RequestsPage(
                        shown,
                        boxes,
                        text.strip(),
                        state(state),
                        found.requests().stream().map(views::line).toList(),
                        found.next() == null ? null : address(PATH, shown, text, state) + "&after=" + found.next(),
                        after == null ? null : address(PATH, shown, text, state),
                        address(PATH + ".csv", shown, text, state)));
        return "sharing/requests";
    }

    static List<Box> boxes(CurrentUser user) {
        var boxes = new ArrayList<Box>();
        if (user.may(Requests.ANSWER_REQUEST)) {
            boxes.add(Box.INBOX);
        }
        if (user.may(Requests.REQUEST_DATA) || boxes.isEmpty() && !user.may(Requests.DECIDE_DISPUTE)) {
            boxes.add(Box.SENT);
        }
        if (user.may(Requests.DECIDE_DISPUTE)) {
            boxes.add(Box.DISPUTES);
        }
        return boxes;
    }

    static SharingRequest.@Nullable State state(String text) {
        return Arrays.stream(SharingRequest.State.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static String address(String path, Box box, String text, String state) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("box", box)
                .queryParam("text", "{text}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(text.strip(), state)
                .toUriString();
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(
            @PathVariable long id, @RequestParam(defaultValue = "") String done, CurrentUser user, Shell shell) {
        var known = List.of("saved", "sent", "granted", "late", "answered", "extended", "disputed", "withdrawn")
                .contains(done);
        return views.one(requests.require(id, user), user, shell, known ? done : "");
    }

    @PostMapping("/{id:\\d+}/answer")
    ModelAndView answer(@PathVariable long id, @ModelAttribute AnswerForm form, CurrentUser user, Shell shell) {
        var request = requests.require(id, user);
        var verdict = form.toVerdict(asked(request), request.wish().quota());
        var typed = new RequestPage.Typed(form.words(), "", "");
        return after(requests.answer(id, verdict, user), request, "answered", typed, user, shell);
    }

    private List<RegisterItem> asked(SharingRequest request) {
        if (request.subject().isService()) {
            return List.of();
        }
        return registers.require(request.register()).items().values().stream()
                .filter(item -> request.wish().items().contains(item.name()))
                .toList();
    }

    private ModelAndView after(
            RequestOutcome outcome,
            SharingRequest before,
            String done,
            RequestPage.Typed typed,
            CurrentUser user,
            Shell shell) {
        return switch (outcome) {
            case RequestOutcome.Done(var request) -> onward(request, done);
            case RequestOutcome.Granted(var request, var _) -> onward(request, done);
            case RequestOutcome.NotNow(var request) -> onward(request, "late");
            case RequestOutcome.Refused(var faults) ->
                views.one(before, user, shell, "", typed, RequestViews.faults(faults, shell));
        };
    }

    private static ModelAndView onward(SharingRequest request, String done) {
        return new ModelAndView("redirect:" + PATH + "/" + request.id() + "?done=" + done);
    }

    @PostMapping("/{id:\\d+}/ruling")
    ModelAndView rule(@PathVariable long id, @ModelAttribute AnswerForm form, CurrentUser user, Shell shell) {
        var request = requests.require(id, user);
        var verdict = form.toVerdict(asked(request), request.wish().quota());
        var typed = new RequestPage.Typed(form.words(), "", "");
        return after(requests.rule(id, verdict, user), request, "answered", typed, user, shell);
    }

    @PostMapping("/{id:\\d+}/extension")
    ModelAndView extend(
            @PathVariable long id, @RequestParam(defaultValue = "") String extension, CurrentUser user, Shell shell) {
        var typed = new RequestPage.Typed("", extension, "");
        var request = requests.require(id, user);
        return after(requests.extend(id, extension, user), request, "extended", typed, user, shell);
    }

    @PostMapping("/{id:\\d+}/dispute")
    ModelAndView dispute(
            @PathVariable long id, @RequestParam(defaultValue = "") String dispute, CurrentUser user, Shell shell) {
        var typed = new RequestPage.Typed("", "", dispute);
        var request = requests.require(id, user);
        return after(requests.dispute(id, dispute, user), request, "disputed", typed, user, shell);
    }

    @PostMapping("/{id:\\d+}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, CurrentUser user, Shell shell) {
        var request = requests.require(id, user);
        return after(requests.withdraw(id, user), request, "withdrawn", RequestPage.Typed.NOTHING, user, shell);
    }
}
