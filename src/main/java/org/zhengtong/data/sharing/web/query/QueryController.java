package org.zhengtong.data.sharing.web.query;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.GrantedReading.Search;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.web.SharingNames;

/** The door for people: look a record up under a grant, for a purpose; doubt what is wrong. */
@Controller
@RequestMapping("/staff/sharing/grants/{number:GX[0-9]{4}-[0-9]{6,9}}/query")
class QueryController {

    private static final int SHOWN = 25;
    private static final int LONGEST = 500;

    private final Grants grants;
    private final GrantedReading reading;
    private final Registers registers;
    private final Corrections corrections;
    private final RecordAddresses addresses;
    private final Permissions permissions;
    private final SharingNames names;

    QueryController(
            Grants grants,
            GrantedReading reading,
            Registers registers,
            Corrections corrections,
            RecordAddresses addresses,
            Permissions permissions,
            SharingNames names) {
        this.grants = grants;
        this.reading = reading;
        this.registers = registers;
        this.corrections = corrections;
        this.addresses = addresses;
        this.permissions = permissions;
        this.names = names;
    }

    /** What a page is made from. */
    private record Asked(DataGrant grant, CurrentUser user, String origin, QueryPage.Typed typed) {

        Use use() {
            return new Use(
                    grant.number(),
                    Way.PAGE,
                    grant.consumer(),
                    user.actor(),
                    typed.purpose().strip(),
                    origin);
        }
    }

    private Asked asked(String number, CurrentUser user, HttpServletRequest request, QueryPage.Typed typed) {
        var grant = grants.require(new GrantNumber(number), user);
        if (!grants.uses(grant, user)) {
            permissions.require(user, Grants.USE_GRANT, grant.consumer());
        }
        return new Asked(grant, user, request.getRemoteAddr(), typed);
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            HttpServletRequest request) {
        var asked = asked(number, user, request, QueryPage.Typed.NOTHING);
        return page(asked, null, null, QueryPage.Doubt.NOTHING, List.of(), "flagged".equals(done) ? done : "");
    }

    private ModelAndView page(
            Asked asked,
            @Nullable RegisterRecord record,
            @Nullable List<RegisterRecord> found,
            QueryPage.Doubt doubt,
            List<FieldFault> errors,
            String done) {
        var register = registers.require(asked.grant().register());
        var terms = asked.grant().terms();
        var searchable = register.facts().search().stream()
                .allMatch(item -> terms.items().contains(item) && !terms.masks().containsKey(item));
        var view = new ModelAndView("sharing/query");
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view.addObject(
                "page",
                new QueryPage(
                        asked.grant(),
                        register,
                        names.department(asked.grant().provider()),
                        searchable,
                        asked.typed(),
                        record == null ? null : shown(record),
                        found == null ? null : found.stream().map(this::shown).toList(),
                        doubt,
                        errors,
                        done));
    }

    private QueryPage.Shown shown(RegisterRecord record) {
        return new QueryPage.Shown(record, addresses.seal(record.key()));
    }

    /** A query is a POST: what is looked for must not stand in an address. */
    @PostMapping
    ModelAndView look(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String text,
            CurrentUser user,
            Shell shell,
            HttpServletRequest request) {
        var asked = asked(number, user, request, new QueryPage.Typed(purpose.strip(), key.strip(), text.strip()));
        var errors = errors(asked.typed(), shell);
        if (!errors.isEmpty()) {
            return page(asked, null, null, QueryPage.Doubt.NOTHING, errors, "");
        }
        if (!asked.typed().key().isEmpty()) {
            var record = RecordKey.of(asked.typed().key()).flatMap(each -> reading.byKey(asked.use(), each));
            return page(
                    asked,
                    record.orElse(null),
                    record.isEmpty() ? List.of() : null,
                    QueryPage.Doubt.NOTHING,
                    List.of(),
                    "");
        }
        var found = reading.search(asked.use(), new Search(asked.typed().text(), List.of(), null, SHOWN));
        return page(asked, null, found.records(), QueryPage.Doubt.NOTHING, List.of(), "");
    }

    private static List<FieldFault> errors(QueryPage.Typed typed, Shell shell) {
        var errors = new ArrayList<FieldFault>();
        if (typed.purpose().isEmpty() || typed.purpose().length() > LONGEST) {
            errors.add(new FieldFault("purpose", shell.say("sharing.fault.query_purpose")));
        }
        if (typed.key().isEmpty() && typed.text().isEmpty() || typed.key().length() > 200) {
            errors.add(new FieldFault("key", shell.say("sharing.fault.key")));
        }
        return errors;
    }

    /** One of several records that were found; a look of its own. */
    @PostMapping("/records/{link}")
    ModelAndView open(
            @PathVariable String number,
            @PathVariable String link,
            @RequestParam(defaultValue = "") String purpose,
            CurrentUser user,
            HttpServletRequest request) {
        var asked = asked(number, user, request, new QueryPage.Typed(purpose.strip(), "", ""));
        var record = reading.byKey(asked.use(), key(link))
                .orElseThrow(() -> new ProblemException(SharingProblem.RECORD_NOT_FOUND));
        return page(asked, record, null, QueryPage.Doubt.NOTHING, List.of(), "");
    }

    private RecordKey key(String link) {
        return addresses.open(link).orElseThrow(() -> new ProblemException(SharingProblem.RECORD_NOT_FOUND));
    }

    @PostMapping("/records/{link}/doubts")
    ModelAndView doubt(
            @PathVariable String number,
            @PathVariable String link,
            @RequestParam(defaultValue = "") String purpose,
            @ModelAttribute QueryPage.Doubt doubt,
            CurrentUser user,
            Shell shell,
            HttpServletRequest request) {
        var asked = asked(number, user, request, new QueryPage.Typed(purpose.strip(), "", ""));
        // Who doubts a record has it before him: it is read again, and the look is written down.
        var record = reading.byKey(asked.use(), key(link))
                .orElseThrow(() -> new ProblemException(SharingProblem.RECORD_NOT_FOUND));
        var errors = errors(asked.grant(), doubt, shell);
        if (!errors.isEmpty()) {
            return page(asked, record, null, doubt, errors, "");
        }
        corrections.flag(
                new Corrections.Doubt(
                        asked.grant().register(),
                        record.key(),
                        new ItemName(doubt.item()),
                        doubt.claimed().strip(),
                        doubt.reason().strip()),
                user);
        return new ModelAndView("redirect:/staff/sharing/grants/" + number + "/query?done=flagged");
    }

    private static List<FieldFault> errors(DataGrant grant, QueryPage.Doubt doubt, Shell shell) {
        var errors = new ArrayList<FieldFault>();
        if (!ItemName.fits(doubt.item()) || !grant.terms().items().contains(new ItemName(doubt.item()))) {
            errors.add(new FieldFault("item", shell.say("sharing.fault.doubt_item")));
        }
        if (doubt.reason().isBlank()
                || doubt.reason().length() > LONGEST
                || doubt.claimed().length() > LONGEST) {
            errors.add(new FieldFault("doubt", shell.say("sharing.fault.reason")));
        }
        return errors;
    }
}
