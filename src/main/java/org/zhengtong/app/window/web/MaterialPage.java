package org.zhengtong.app.window.web;

import org.springframework.http.MediaType;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.service.casework.CaseNumber;

/** A file handed in with a case, to be looked at in the page. */
public record MaterialPage(
        String number,
        String name,
        String href,
        String caseHref,
        boolean pdf,
        boolean picture,
        String size,
        String virus) {

    static MaterialPage of(CaseNumber number, StoredFile file) {
        var caseHref = "/staff/cases/" + number.value();
        return new MaterialPage(
                number.value(),
                file.name(),
                caseHref + "/materials/" + file.id(),
                caseHref,
                file.mediaType().equalsTypeAndSubtype(MediaType.APPLICATION_PDF),
                file.mediaType().getType().equals("image"),
                "%,d KB".formatted(Math.max(1, file.size() / 1024)),
                file.virus().name());
    }
}
