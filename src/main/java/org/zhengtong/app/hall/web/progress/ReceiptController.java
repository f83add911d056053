package org.zhengtong.app.hall.web.progress;

import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.app.hall.internal.DraftDesk;
import org.zhengtong.app.hall.internal.ReceiptSheet;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseReading;

/** The confirmation after handing in, to read and to print. */
@Controller
class ReceiptController {

    private final DraftDesk desk;
    private final CaseReading cases;
    private final ReceiptReading receipts;
    private final ReceiptSheet sheet;

    ReceiptController(DraftDesk desk, CaseReading cases, ReceiptReading receipts, ReceiptSheet sheet) {
        this.desk = desk;
        this.cases = cases;
        this.receipts = receipts;
        this.sheet = sheet;
    }

    @GetMapping("/applications/{id}/done")
    String done(@PathVariable long id, CurrentUser user) {
        var filedAs = desk.open(id, user).draft().filedAs();
        if (filedAs == null) {
            return "redirect:/applications/" + id;
        }
        return user.isStaff()
                ? "redirect:/staff/cases/" + filedAs.value()
                : "redirect:/cases/" + filedAs.value() + "/receipt";
    }

    @GetMapping("/cases/{number}/receipt")
    String receipt(@PathVariable String number, CurrentUser user, Locale locale, Model model) {
        var view = cases.openMine(CaseNumbers.require(number), user);
        model.addAttribute("page", receipts.read(view, locale));
        return "hall/receipt";
    }

    @GetMapping("/cases/{number}/receipt.pdf")
    ResponseEntity<byte[]> print(@PathVariable String number, CurrentUser user, Locale locale) {
        var page = receipts.read(cases.openMine(CaseNumbers.require(number), user), locale);
        var name = page.file().number().value() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(sheet.print(page.file(), page.receiver(), page.answerUntil(), locale));
    }
}
