package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.Inbox;

/** The inbox: what this member of staff may act on, overdue first. */
@Controller
class InboxController {

    private static final int PAGE_SIZE = 30;

    private final Inbox inbox;
    private final Permissions permissions;
    private final WorkingCalendar calendar;
    private final InboxRows rows;
    private final Clock clock;

    InboxController(Inbox inbox, Permissions permissions, WorkingCalendar calendar, InboxRows rows, Clock clock) {
        this.inbox = inbox;
        this.permissions = permissions;
        this.calendar = calendar;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping("/staff/inbox")
    String list(@ModelAttribute InboxForm form, CurrentUser user, HttpServletRequest request, Model model) {
        permissions.require(user, Rights.VIEW_CASE);
        var locale = Appearance.of(request).locale();
        var found = inbox.list(form.filter(), Inbox.Cursor.parse(form.after()), PAGE_SIZE, user);
        model.addAttribute(
                "page",
                new InboxPage(
                        form,
                        tallies(inbox.tally(user), form),
                        inbox.choices(user),
                        found.rows().stream().map(row -> rows.row(row, locale)).toList(),
                        found.total(),
                        form.after() == null ? null : form.address("/staff/inbox", form.shown(), null),
                        found.next() == null
                                ? null
                                : form.address(
                                        "/staff/inbox",
                                        form.shown(),
                                        found.next().text()),
                        form.address("/staff/inbox/export", form.shown(), null),
                        calendar.isWorkingDay(LocalDate.now(clock))));
        return "window/inbox";
    }

    private static List<InboxPage.Count> tallies(Inbox.Tally tally, InboxForm form) {
        return List.of(
                count(tally.all(), Inbox.Show.ALL, "", form),
                count(tally.overdue(), Inbox.Show.OVERDUE, "hot", form),
                count(tally.dueSoon(), Inbox.Show.DUE_SOON, "warm", form),
                count(tally.toAccept(), Inbox.Show.TO_ACCEPT, "", form),
                count(tally.waiting(), Inbox.Show.WAITING, "", form),
                count(tally.mine(), Inbox.Show.MINE, "", form),
                count(tally.doneToday(), Inbox.Show.DONE_TODAY, "", form));
    }

    private static InboxPage.Count count(int value, Inbox.Show show, String cssClass, InboxForm form) {
        return new InboxPage.Count(
                value,
                value >= Inbox.Tally.MOST,
                "window.inbox.show." + show,
                form.address("/staff/inbox", show, null),
                value == 0 ? "" : cssClass,
                form.shown() == show);
    }

    /** The whole list as CSV that a spreadsheet opens; cells that look like a formula are disarmed. */
    @GetMapping("/staff/inbox/export")
    void export(
            @ModelAttribute InboxForm form, CurrentUser user, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        permissions.require(user, Rights.VIEW_CASE);
        var locale = Appearance.of(request).locale();
        try (var found = inbox.export(form.filter(), user)) {
            CsvExport.send(
                    response,
                    "inbox-" + LocalDate.now(clock) + ".csv",
                    rows.heads(locale),
                    found.map(row -> rows.cells(row, locale)));
        }
    }
}
