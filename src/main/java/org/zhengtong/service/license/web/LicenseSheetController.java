package org.zhengtong.service.license.web;

import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.identity.AccountLooks;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseProblem;
import org.zhengtong.service.license.Licenses;

/** Hands the sealed sheet to its holder and to staff of the issuing department; for others it does not exist. */
@Controller
class LicenseSheetController {

    private final Licenses licenses;
    private final FileStorage files;
    private final FileDownloads downloads;
    private final Permissions permissions;
    private final AccountLooks looks;

    LicenseSheetController(
            Licenses licenses,
            FileStorage files,
            FileDownloads downloads,
            Permissions permissions,
            AccountLooks looks) {
        this.licenses = licenses;
        this.files = files;
        this.downloads = downloads;
        this.permissions = permissions;
        this.looks = looks;
    }

    @GetMapping({"/licenses/{identifier}/file", "/licenses/{identifier}/sheet"})
    ResponseEntity<Resource> sheet(@PathVariable String identifier, CurrentUser user) {
        var license = require(identifier, user);
        if (license.file() == null) {
            throw new ProblemException(LicenseProblem.SHEET_NOT_READY);
        }
        var holder = license.holder().account();
        if (holder != null) {
            looks.record(user, List.of(new AccountLooks.Look(holder, AccountLooks.What.LICENSE, license.title())));
        }
        return downloads.attachment(files.require(license.file(), license.files()));
    }

    @GetMapping("/licenses/{identifier}/ofd")
    ResponseEntity<Resource> ofd(@PathVariable String identifier, CurrentUser user) {
        var license = require(identifier, user);
        if (license.ofd() == null) {
            throw new ProblemException(license.file() == null ? LicenseProblem.SHEET_NOT_READY : LicenseProblem.NO_OFD);
        }
        return downloads.attachment(files.require(license.ofd(), license.files()));
    }

    private License require(String identifier, CurrentUser user) {
        return LicenseIdentifier.check(identifier)
                .valid()
                .flatMap(licenses::find)
                .filter(found -> mayRead(found, user))
                .orElseThrow(() -> new ProblemException(LicenseProblem.LICENSE_NOT_FOUND));
    }

    private boolean mayRead(License license, CurrentUser user) {
        return user.id().equals(license.holder().account())
                || permissions.may(user, "casework.view_case", license.issuer())
                || permissions.may(user, "license.revoke_license", license.issuer());
    }
}
