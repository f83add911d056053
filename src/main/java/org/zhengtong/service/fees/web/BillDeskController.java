package org.zhengtong.service.fees.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillNumber;
import org.zhengtong.service.fees.BillOutcome;
import org.zhengtong.service.fees.Bills;

/** Staff finds bills, waives them, asks for refunds and approves those of others. */
@Controller
class BillDeskController {

    static final String VIEW_BILL = "fees.view_bill";

    private static final String LIST = "/staff/bills";
    private static final int SHOWN = 30;
    private static final int EXPORTED = 10_000;

    private final Bills bills;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    BillDeskController(Bills bills, Permissions permissions, Texts texts, Clock clock) {
        this.bills = bills;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(@ModelAttribute BillsForm form, CurrentUser user, Model model) {
        var found = bills.search(form.toQuery(clock.getZone(), SHOWN + 1), user);
        model.addAttribute(
                "page", new BillsPage(form, found.stream().limit(SHOWN).toList(), found.size() > SHOWN));
        return "fees/bills";
    }

    @GetMapping(LIST + ".csv")
    void export(@ModelAttribute BillsForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        var found = bills.search(form.toQuery(clock.getZone(), EXPORTED), user);
        var heads = Stream.of("number", "case", "item", "payer", "amount", "state", "made", "paid")
                .map(column -> texts.say(locale, "fees.column." + column))
                .toList();
        CsvExport.send(response, "bills.csv", heads, found.stream().map(bill -> row(bill, locale)));
    }

    private List<String> row(Bill bill, Locale locale) {
        return List.of(
                bill.number().value(),
                bill.caseNumber().value(),
                bill.itemName(),
                bill.payerName(),
                bill.amount().yuan(),
                texts.say(locale, "fees.state." + bill.state()),
                bill.madeAt().atZone(clock.getZone()).toLocalDateTime().toString(),
                bill.paidAt() == null
                        ? ""
                        : bill.paidAt()
                                .atZone(clock.getZone())
                                .toLocalDateTime()
                                .toString());
    }

    @GetMapping(LIST + "/{number}")
    ModelAndView one(@PathVariable String number, CurrentUser user) {
        return new ModelAndView(
                "fees/staff_bill", "page", page(MyBillsController.id(number), Typed.NOTHING, List.of(), user));
    }

    private StaffBillPage page(BillNumber number, Typed typed, List<FieldFault> faults, CurrentUser user) {
        var detail = bills.require(number, user);
        var department = detail.bill().department();
        var allowed = new StaffBillPage.Allowed(
                permissions.may(user, "fees.exempt_bill", department),
                permissions.may(user, "fees.ask_refund", department),
                permissions.may(user, "fees.approve_refund", department));
        return new StaffBillPage(detail, allowed, typed.reason(), typed.law(), faults);
    }

    @PostMapping(LIST + "/{number}/exemption")
    ModelAndView exempt(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String law,
            CurrentUser user,
            Locale locale) {
        var asked = new DeskRequest(user, texts, locale);
        var id = MyBillsController.id(number);
        var typed = new Typed("exempt-reason", reason, law);
        return answer(id, typed, bills.exempt(id, shortened(reason), shortened(law), asked.user()), asked);
    }

    @PostMapping(LIST + "/{number}/refunds")
    ModelAndView askRefund(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale) {
        var asked = new DeskRequest(user, texts, locale);
        var id = MyBillsController.id(number);
        var typed = new Typed("refund-reason", reason, "");
        return answer(id, typed, bills.askRefund(id, order, shortened(reason), asked.user()), asked);
    }

    @PostMapping(LIST + "/{number}/refunds/{refund}/approval")
    ModelAndView approve(@PathVariable String number, @PathVariable long refund, CurrentUser user, Locale locale) {
        var asked = new DeskRequest(user, texts, locale);
        var id = MyBillsController.id(number);
        return answer(id, Typed.NOTHING, bills.decideRefund(id, refund, true, asked.user()), asked);
    }

    @PostMapping(LIST + "/{number}/refunds/{refund}/refusal")
    ModelAndView refuse(@PathVariable String number, @PathVariable long refund, CurrentUser user, Locale locale) {
        var asked = new DeskRequest(user, texts, locale);
        var id = MyBillsController.id(number);
        return answer(id, Typed.NOTHING, bills.decideRefund(id, refund, false, asked.user()), asked);
    }

    /** What was typed, and the field of the reason. */
    private record Typed(String field, String reason, String law) {
        static final Typed NOTHING = new Typed("refunds", "", "");
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(500, text.length()));
    }

    private ModelAndView answer(BillNumber id, Typed typed, BillOutcome outcome, DeskRequest asked) {
        return switch (outcome) {
            case BillOutcome.Done _ -> new ModelAndView("redirect:" + LIST + "/" + id);
            case BillOutcome.NotPossible(var state) ->
                refused(
                        id,
                        typed,
                        asked.fault(typed.field(), "fees.fault.not_possible", asked.say("fees.state." + state)),
                        asked.user());
            case BillOutcome.ReasonTooShort(var given, var needed) ->
                refused(id, typed, asked.fault(typed.field(), "fees.fault.reason_short", given, needed), asked.user());
            case BillOutcome.LawMissing _ ->
                refused(id, typed, asked.fault("exempt-law", "fees.fault.law_missing"), asked.user());
            case BillOutcome.NotRefundable _ ->
                refused(id, typed, asked.fault(typed.field(), "fees.fault.not_refundable"), asked.user());
            case BillOutcome.OwnRequest _ ->
                refused(id, typed, asked.fault("refunds", "fees.fault.own_request"), asked.user());
            case BillOutcome.ProviderAway _ ->
                refused(id, typed, asked.fault("refunds", "fees.fault.refund_away"), asked.user());
        };
    }

    private ModelAndView refused(BillNumber id, Typed typed, FieldFault fault, CurrentUser user) {
        var view = new ModelAndView("fees/staff_bill", "page", page(id, typed, List.of(fault), user));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
