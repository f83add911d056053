package org.zhengtong.base.trust.internal.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.SealCheck;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.Seals;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.drawing.SealTemplate;

/** Seals PDF files by an incremental update, so that the sheet below stays byte for byte what it was. */
@Component
public class PdfSeals implements Seals {

    private static final int SIGNATURE_ROOM = 16_000;

    private final SealKeys keys;
    private final SealInspection inspection;
    private final TimeStamps stamps;
    private final Clock clock;

    public PdfSeals(SealKeys keys, SealInspection inspection, TimeStamps stamps, Clock clock) {
        this.keys = keys;
        this.inspection = inspection;
        this.stamps = stamps;
        this.clock = clock;
    }

    @Override
    public byte[] seal(byte[] pdf, SealRequest request) {
        var key = keys.keyOf(request.department(), request.creditCode());
        try (var document = Loader.loadPDF(pdf);
                var options = new SignatureOptions()) {
            var page = request.place().page() - 1;
            options.setVisualSignature(
                    SealTemplate.of(request, document.getPage(page).getMediaBox()));
            options.setPage(page);
            options.setPreferredSignatureSize(SIGNATURE_ROOM);
            document.addSignature(
                    statement(request), new SealSignature(key, keys.issuer(), keys.suite(), stamps), options);
            var sealed = new ByteArrayOutputStream(pdf.length + 60_000);
            document.saveIncremental(sealed);
            return sealed.toByteArray();
        } catch (IOException e) {
            var problem = new ProblemException(TrustProblem.NOT_A_PDF);
            problem.initCause(e);
            throw problem;
        }
    }

    private PDSignature statement(SealRequest request) {
        var statement = new PDSignature();
        statement.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        statement.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        statement.setName(request.department());
        statement.setReason(request.reason());
        statement.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(clock.instant(), clock.getZone())));
        return statement;
    }

    @Override
    public SealCheck check(byte[] file) {
        return inspection.inspect(file);
    }
}
