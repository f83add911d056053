package org.zhengtong.data.sharing.web.grant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.sharing.Corrected;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.Deliveries;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Grants.Stop;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Subject;
import org.zhengtong.data.sharing.web.SharingNames;

/** One grant: what it gives, how it is used, what was corrected; suspend, resume, revoke; files. */
@Controller
@RequestMapping("/staff/sharing/grants/{number:GX[0-9]{4}-[0-9]{6,9}}")
class GrantController {

    private static final int DAYS = 30;
    private static final int CORRECTIONS = 50;
    private static final int LONGEST = 500;

    private final Grants grants;
    private final Deliveries deliveries;
    private final Corrected corrected;
    private final RecordAddresses addresses;
    private final Permissions permissions;
    private final FileDownloads downloads;
    private final SharingNames names;

    GrantController(
            Grants grants,
            Deliveries deliveries,
            Corrected corrected,
            RecordAddresses addresses,
            Permissions permissions,
            FileDownloads downloads,
            SharingNames names) {
        this.grants = grants;
        this.deliveries = deliveries;
        this.corrected = corrected;
        this.addresses = addresses;
        this.permissions = permissions;
        this.downloads = downloads;
        this.names = names;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String number, @RequestParam(defaultValue = "") String done, CurrentUser user, Shell shell) {
        var known = List.of("suspended", "resumed", "revoked", "ordered").contains(done);
        return page(grants.require(new GrantNumber(number), user), known ? done : "", List.of(), user, shell);
    }

    private ModelAndView page(DataGrant grant, String done, List<FieldFault> errors, CurrentUser user, Shell shell) {
        var today = names.today();
        var from = today.minusDays(DAYS - 1L);
        var view = new ModelAndView("sharing/grant");
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        view.addObject(
                "page",
                new GrantPages.GrantPage(
                        new GrantPages.Line(
                                grant,
                                names.department(grant.provider()),
                                names.department(grant.consumer()),
                                grant.expired(today)),
                        names.register(grant.subject()),
                        rows(grant, shell),
                        stop(grant),
                        new GrantPages.Rights(
                                grants.gives(grant, user),
                                grants.uses(grant, user),
                                permissions.may(user, Requests.REQUEST_DATA, grant.consumer())),
                        DayBars.of(grants.usage(grant.number(), from), from, today),
                        corrected(grant, shell),
                        deliveries.files(grant.number()),
                        deliveries.newest(grant.number()),
                        errors,
                        done));
        return view;
    }

    private @Nullable Stop stop(DataGrant grant) {
        return grants.stops().stream()
                .filter(stop ->
                        stop.register() == null || Subject.of(stop.register()).equals(grant.subject()))
                .findFirst()
                .orElse(null);
    }

    private String rows(DataGrant grant, Shell shell) {
        return names.rows(grant.subject(), grant.terms().rows(), shell);
    }

    private List<GrantPages.CorrectedLine> corrected(DataGrant grant, Shell shell) {
        return corrected.after(grant.number(), grant.consumer(), 0, CORRECTIONS).reversed().stream()
                .map(each -> new GrantPages.CorrectedLine(
                        names.item(grant.register(), each.item(), shell.locale()),
                        addresses.seal(each.key()),
                        each.at()))
                .toList();
    }

    private static boolean missing(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    private static ModelAndView onward(String number, String done) {
        return new ModelAndView("redirect:/staff/sharing/grants/" + number + "?done=" + done);
    }

    private ModelAndView fault(String number, String field, String key, CurrentUser user, Shell shell) {
        var errors = List.of(new FieldFault(field, shell.say(key)));
        return page(grants.require(new GrantNumber(number), user), "", errors, user, shell);
    }

    @PostMapping("/suspension")
    ModelAndView suspend(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Shell shell) {
        if (missing(reason)) {
            return fault(number, "reason", "sharing.fault.reason", user, shell);
        }
        grants.suspend(new GrantNumber(number), reason.strip(), user);
        return onward(number, "suspended");
    }

    @PostMapping("/resumption")
    ModelAndView resume(@PathVariable String number, CurrentUser user) {
        grants.resume(new GrantNumber(number), user);
        return onward(number, "resumed");
    }

    @PostMapping("/revocation")
    ModelAndView revoke(
            @PathVariable String number, @RequestParam(defaultValue = "") String why, CurrentUser user, Shell shell) {
        if (missing(why)) {
            return fault(number, "why", "sharing.fault.reason", user, shell);
        }
        grants.revoke(new GrantNumber(number), why.strip(), user);
        return onward(number, "revoked");
    }

    @PostMapping("/files")
    ModelAndView order(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String purpose,
            CurrentUser user,
            Shell shell) {
        if (missing(purpose)) {
            return fault(number, "purpose", "sharing.fault.purpose", user, shell);
        }
        deliveries.orderFile(new GrantNumber(number), purpose.strip(), user);
        return onward(number, "ordered");
    }

    @GetMapping("/files/{id:\\d{1,18}}")
    ResponseEntity<Resource> take(@PathVariable String number, @PathVariable long id, CurrentUser user) {
        return downloads.attachment(deliveries.take(new GrantNumber(number), id, user));
    }
}
