package org.zhengtong.app.window.web;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseworkProblem;

/** Files of a case: a small picture beside their names, and a page that shows them. */
@Controller
@RequestMapping("/staff/cases/{number}/materials/{file}")
class MaterialController {

    private final CaseReading reading;
    private final FileDownloads downloads;

    MaterialController(CaseReading reading, FileDownloads downloads) {
        this.reading = reading;
        this.downloads = downloads;
    }

    @GetMapping("/view")
    String view(@PathVariable String number, @PathVariable UUID file, CurrentUser user, Model model) {
        var id = caseNumber(number);
        model.addAttribute("page", MaterialPage.of(id, reading.requireMaterial(id, new FileId(file), user)));
        return "window/material";
    }

    @GetMapping("/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable String number, @PathVariable UUID file, CurrentUser user) {
        return downloads.thumbnail(reading.peekMaterial(caseNumber(number), new FileId(file), user));
    }

    private static CaseNumber caseNumber(String text) {
        return CaseNumber.parse(text).orElseThrow(() -> new ProblemException(CaseworkProblem.CASE_NOT_FOUND, text));
    }
}
