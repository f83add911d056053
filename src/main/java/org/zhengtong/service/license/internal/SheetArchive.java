package org.zhengtong.service.license.internal;

import java.util.Set;
import java.util.function.BiPredicate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.service.license.License;

/** Puts sealed sheets into the file store. */
@Component
class SheetArchive {

    private static final MediaType OFD = MediaType.parseMediaType("application/ofd");
    private static final FileRules SHEETS =
            new FileRules(Set.of(MediaType.APPLICATION_PDF, OFD), FileRules.USUAL_BYTES, 5);

    private final FileStorage files;
    private final LicenseStore licenses;

    SheetArchive(FileStorage files, LicenseStore licenses) {
        this.files = files;
        this.licenses = licenses;
    }

    void keepPdf(License license, byte[] sheet) {
        keep(license, sheet, new Form(".pdf", MediaType.APPLICATION_PDF, licenses::attach));
    }

    void keepOfd(License license, byte[] sheet) {
        keep(license, sheet, new Form(".ofd", OFD, licenses::attachOfd));
    }

    /** A kind of sheet, and how it is attached to its licence. */
    private record Form(String ending, MediaType type, BiPredicate<LicenseIdentifier, FileId> attaching) {}

    private void keep(License license, byte[] sheet, Form form) {
        var upload = new FileUpload(
                license.title() + "-" + license.holder().name() + form.ending(),
                form.type().toString(),
                new ByteArrayResource(sheet),
                license.files(),
                "license");
        switch (files.store(upload, SHEETS)) {
            case StoreOutcome.Stored stored -> {
                // somebody may have been quicker; then this sheet is one too many
                if (!form.attaching().test(license.identifier(), stored.file().id())) {
                    files.release(stored.file().id(), license.files());
                }
            }
            case StoreOutcome.Refused refused ->
                throw new IllegalStateException("Sheet of " + license.identifier() + " refused: " + refused.textKey());
        }
    }
}
