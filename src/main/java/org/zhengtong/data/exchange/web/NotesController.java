package org.zhengtong.data.exchange.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.exchange.ExchangeProblem;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.internal.kinds.NoteStore;
import org.zhengtong.data.exchange.internal.kinds.Notes;

/** Notes from one node's administrator to another's. */
@Controller
@RequestMapping("/staff/exchange/notes")
class NotesController {

    private static final int SHOWN = 50;

    private final Notes notes;
    private final NoteStore store;
    private final Nodes nodes;
    private final Permissions permissions;
    private final Texts texts;

    NotesController(Notes notes, NoteStore store, Nodes nodes, Permissions permissions, Texts texts) {
        this.notes = notes;
        this.store = store;
        this.nodes = nodes;
        this.permissions = permissions;
        this.texts = texts;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean sent,
            CurrentUser user,
            Model model) {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        model.addAttribute("page", page(user, to, "", false, sent, List.of()));
        return "exchange/notes";
    }

    @PostMapping
    ModelAndView send(
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean confidential,
            CurrentUser user,
            Locale locale) {
        permissions.require(user, Nodes.MANAGE_EXCHANGE);
        if (!NodeCode.isOne(receiver)) {
            return refused(user, receiver, text, confidential, fault(locale, "receiver"));
        }
        if (text.isBlank() || text.length() > Notes.LONGEST) {
            return refused(user, receiver, text, confidential, fault(locale, "text"));
        }
        try {
            notes.send(new NodeCode(receiver), text.strip(), confidential, user.actor());
            return new ModelAndView("redirect:/staff/exchange/notes?sent=true");
        } catch (ProblemException cannot) {
            if (cannot.problem() != ExchangeProblem.NOT_CONFIDENTIAL) {
                throw cannot;
            }
            return refused(user, receiver, text, true, fault(locale, "confidential"));
        }
    }

    private FieldFault fault(Locale locale, String field) {
        return new FieldFault(field, texts.say(locale, "exchange.notes.fault." + field));
    }

    private ModelAndView refused(
            CurrentUser user, String receiver, String text, boolean confidential, FieldFault fault) {
        var view = new ModelAndView(
                "exchange/notes", "page", page(user, receiver, text, confidential, false, List.of(fault)));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private NotesPage page(
            CurrentUser user,
            String receiver,
            String text,
            boolean confidential,
            boolean sent,
            List<FieldFault> faults) {
        return new NotesPage(
                store.newest(SHOWN),
                nodes.all().stream()
                        .filter(node -> node.standing() != NodeStanding.REVOKED)
                        .toList(),
                receiver,
                text,
                confidential,
                user.may(Nodes.MANAGE_EXCHANGE),
                sent,
                faults);
    }
}
