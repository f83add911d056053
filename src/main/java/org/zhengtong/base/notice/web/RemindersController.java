package org.zhengtong.base.notice.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.ContactOutcome;
import org.zhengtong.base.notice.Contacts;
import org.zhengtong.base.notice.Gateways;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;

/** How somebody wants to be reached (我的提醒方式): addresses checked by a code, channels on and off, language, deputy. */
@Controller
@RequestMapping("/account/reminders")
class RemindersController {

    private static final String VIEW = "notice/reminders";
    private static final String SELF = "redirect:/account/reminders";

    private final Contacts contacts;
    private final Gateways gateways;
    private final Accounts accounts;
    private final StaffDirectory staff;

    RemindersController(Contacts contacts, Gateways gateways, Accounts accounts, StaffDirectory staff) {
        this.contacts = contacts;
        this.gateways = gateways;
        this.accounts = accounts;
        this.staff = staff;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String done, CurrentUser user, Model model) {
        model.addAttribute("page", page(user, Map.of(), Map.of(), doneKey(done)));
        return VIEW;
    }

    private static String doneKey(String done) {
        return switch (done) {
            case "sent", "verified", "saved", "forgotten" -> "notice.reminders.done." + done;
            default -> "";
        };
    }

    private RemindersPage page(
            CurrentUser user, Map<String, RemindersPage.Fault> faults, Map<Channel, String> typed, String doneKey) {
        var known = contacts.of(user.id());
        var open = gateways.list().stream()
                .filter(Gateways.Gateway::configured)
                .map(Gateways.Gateway::channel)
                .toList();
        var lines = Channel.PERSONAL.stream()
                .map(channel -> new RemindersPage.Line(
                        channel,
                        open.contains(channel),
                        known.stream()
                                .filter(contact -> contact.channel() == channel)
                                .findFirst()
                                .orElse(null),
                        contacts.asked(user.id(), channel).orElse(null),
                        typed.getOrDefault(channel, "")))
                .toList();
        return new RemindersPage(
                lines, contacts.preference(user.id()), contacts.usualQuiet(), colleagues(user), faults, doneKey);
    }

    private List<RemindersPage.Colleague> colleagues(CurrentUser user) {
        var department = user.department();
        if (!user.isStaff() || department == null) {
            return List.of();
        }
        var members = staff.of(department);
        var held = accounts.ofStaff(members.stream().map(StaffMember::id).toList());
        var found = new ArrayList<RemindersPage.Colleague>();
        for (var member : members) {
            var account = held.get(member.id());
            if (account != null && !account.equals(user.id())) {
                found.add(new RemindersPage.Colleague(account, member.name()));
            }
        }
        found.sort(Comparator.comparing(RemindersPage.Colleague::name));
        return found;
    }

    @PostMapping("/{channel}/code")
    ModelAndView ask(@PathVariable Channel channel, @RequestParam(defaultValue = "") String address, CurrentUser user) {
        var outcome = contacts.ask(user.id(), channel, address);
        return outcome instanceof ContactOutcome.CodeSent
                ? new ModelAndView(SELF + "?done=sent#" + channel)
                : refused(user, channel, "address-" + channel, outcome, address);
    }

    private ModelAndView refused(
            CurrentUser user, Channel channel, String field, ContactOutcome outcome, String typed) {
        var refused = new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        refused.addObject("page", page(user, Map.of(field, fault(channel, outcome)), Map.of(channel, typed), ""));
        return refused;
    }

    private static RemindersPage.Fault fault(Channel channel, ContactOutcome outcome) {
        return switch (outcome) {
            case ContactOutcome.NotAnAddress _ -> new RemindersPage.Fault("notice.fault.address." + channel, 0);
            case ContactOutcome.ChannelClosed _ -> new RemindersPage.Fault("notice.fault.closed", 0);
            case ContactOutcome.TooMany _ -> new RemindersPage.Fault("notice.fault.many", 0);
            case ContactOutcome.WrongCode(var left) -> new RemindersPage.Fault("notice.fault.code", left);
            case ContactOutcome.NoCode _ -> new RemindersPage.Fault("notice.fault.no_code", 0);
            case ContactOutcome.CodeSent _, ContactOutcome.Verified _ ->
                throw new IllegalArgumentException("Not a refusal: " + outcome);
        };
    }

    @PostMapping("/{channel}/verification")
    ModelAndView confirm(
            @PathVariable Channel channel, @RequestParam(defaultValue = "") String code, CurrentUser user) {
        var outcome = contacts.confirm(user.id(), channel, code, user.actor());
        return outcome instanceof ContactOutcome.Verified
                ? new ModelAndView(SELF + "?done=verified#" + channel)
                : refused(user, channel, "code-" + channel, outcome, "");
    }

    @PostMapping("/{channel}/choice")
    String choose(
            @PathVariable Channel channel, @RequestParam(defaultValue = "false") boolean enabled, CurrentUser user) {
        contacts.choose(user.id(), channel, enabled, user.actor());
        return SELF + "?done=saved#" + channel;
    }

    @PostMapping("/{channel}/removal")
    String forget(@PathVariable Channel channel, CurrentUser user) {
        contacts.forget(user.id(), channel, user.actor());
        return SELF + "?done=forgotten#" + channel;
    }

    /** A deputy is somebody of the same department; anybody else counts as none. */
    @PostMapping("/preference")
    ModelAndView prefer(
            @RequestParam String language,
            @RequestParam(required = false) @Nullable Long deputy,
            @ModelAttribute QuietForm quiet,
            CurrentUser user) {
        if (quiet.wrong()) {
            var refused = new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
            var fault = new RemindersPage.Fault("notice.fault.quiet", 0);
            refused.addObject("page", page(user, Map.of("quietFrom", fault), Map.of(), ""));
            return refused;
        }
        var chosen = colleagues(user).stream()
                .map(RemindersPage.Colleague::account)
                .filter(account -> deputy != null && account.value() == deputy)
                .findFirst();
        AccountId passedTo = chosen.orElse(null);
        contacts.prefer(
                user.id(),
                new Contacts.Preference(language.equals("en") ? "en" : "zh", passedTo, quiet.chosen()),
                user.actor());
        return new ModelAndView(SELF + "?done=saved#preference");
    }
}
