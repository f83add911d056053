package org.zhengtong.service.fees.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.service.fees.BillNumber;
import org.zhengtong.service.fees.Bills;
import org.zhengtong.service.fees.FeesProblem;
import org.zhengtong.service.fees.PayOutcome;

/** The applicant's bills: read, pay at the provider's page, take the receipt. */
@Controller
class MyBillsController {

    private static final int SHOWN = 30;

    private final Bills bills;
    private final NodeMode mode;

    MyBillsController(Bills bills, NodeMode mode) {
        this.bills = bills;
        this.mode = mode;
    }

    @GetMapping("/my/bills")
    String list(@RequestParam(defaultValue = "") String before, CurrentUser user, Model model) {
        var from = BillNumber.parse(before).map(BillNumber::value).orElse("");
        var found = bills.mine(user, from, SHOWN + 1);
        model.addAttribute("page", MyBillsPage.of(found, from, SHOWN));
        return "fees/my_bills";
    }

    @GetMapping("/bills/{number}")
    String one(@PathVariable String number, CurrentUser user, Model model) {
        model.addAttribute("page", new BillPage(bills.requireMine(id(number), user), null, ""));
        return "fees/bill";
    }

    /** The provider's page is opened by a link: a form may not lead to another site. */
    @PostMapping("/bills/{number}/order")
    ModelAndView pay(@PathVariable String number, CurrentUser user, HttpServletRequest request) {
        var id = id(number);
        return switch (bills.pay(id, origin(request), user)) {
            case PayOutcome.Ready(var order) ->
                new ModelAndView("fees/bill", "page", new BillPage(bills.requireMine(id, user), order.address(), ""));
            case PayOutcome.NotOwed _ -> new ModelAndView("redirect:/bills/" + id);
            case PayOutcome.ProviderAway _ -> fault(id, user, "fees.pay.away");
            case PayOutcome.Off _ -> fault(id, user, "fees.pay.off");
        };
    }

    private ModelAndView fault(BillNumber id, CurrentUser user, String key) {
        return new ModelAndView("fees/bill", "page", new BillPage(bills.requireMine(id, user), null, key));
    }

    /** In demonstration mode the address that the visitor used; else the configured one, for a request's host can be forged. */
    private String origin(HttpServletRequest request) {
        return mode.demo()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : mode.publicUrl();
    }

    @PostMapping("/bills/{number}/enquiry")
    String askAgain(@PathVariable String number, CurrentUser user) {
        bills.askAgain(id(number), user);
        return "redirect:/bills/" + id(number);
    }

    @GetMapping("/bills/{number}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable String number, CurrentUser user) {
        var id = id(number);
        var sheet = bills.receipt(id, user).orElseThrow(() -> new ProblemException(FeesProblem.BILL_NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".pdf\"")
                .body(sheet);
    }

    static BillNumber id(String number) {
        return BillNumber.parse(number).orElseThrow(() -> new ProblemException(FeesProblem.BILL_NOT_FOUND));
    }
}
