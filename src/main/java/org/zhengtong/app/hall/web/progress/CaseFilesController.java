package org.zhengtong.app.hall.web.progress;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseView.DocumentKind;

/** The papers of a case, for its applicant: what he handed in and what the authorities issued. */
@Controller
@RequestMapping("/cases/{number}")
class CaseFilesController {

    private final CaseReading cases;
    private final FileDownloads downloads;

    CaseFilesController(CaseReading cases, FileDownloads downloads) {
        this.cases = cases;
        this.downloads = downloads;
    }

    @GetMapping("/documents/{kind}")
    ResponseEntity<Resource> document(@PathVariable String number, @PathVariable DocumentKind kind, CurrentUser user) {
        var mine = cases.openMine(CaseNumbers.require(number), user).file().number();
        return downloads.inline(cases.requireDocument(mine, kind, user));
    }

    @GetMapping("/documents/{kind}/{serial}")
    ResponseEntity<Resource> document(
            @PathVariable String number, @PathVariable DocumentKind kind, @PathVariable int serial, CurrentUser user) {
        var mine = cases.openMine(CaseNumbers.require(number), user).file().number();
        return downloads.inline(cases.requireDocument(mine, kind, serial, user));
    }

    @GetMapping("/materials/{file}")
    ResponseEntity<Resource> material(@PathVariable String number, @PathVariable UUID file, CurrentUser user) {
        var mine = cases.openMine(CaseNumbers.require(number), user).file().number();
        return downloads.inline(cases.requireMaterial(mine, new FileId(file), user));
    }
}
