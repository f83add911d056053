package org.zhengtong.app.hall.internal;

import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.DraftId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints the materials of an example and stores them as uploads of the draft. */
@Component
class ExampleDocuments {

    private final FileStorage files;
    private final Texts texts;
    private final JsonMapper json;

    ExampleDocuments(FileStorage files, Texts texts, JsonMapper json) {
        this.files = files;
        this.texts = texts;
        this.json = json;
    }

    /** A printed document as the form's answers name it. */
    JsonNode make(String title, List<String> lines, DraftId draft, CurrentUser by) {
        var sheet = Pdf.a4(Locale.SIMPLIFIED_CHINESE, title)
                .mark(texts.say(Locale.SIMPLIFIED_CHINESE, "hall.example.mark"))
                .title(title);
        lines.forEach(sheet::paragraph);
        var content = new ByteArrayResource(sheet.finish().bytes());
        var upload = new FileUpload(
                title + ".pdf",
                "application/pdf",
                content,
                draft.files(),
                by.id().toString());
        return switch (files.store(upload, FileRules.PAPERS)) {
            case StoreOutcome.Stored(var file) ->
                json.createObjectNode()
                        .put("file", file.id().toString())
                        .put("name", file.name())
                        .put("size", file.size())
                        .put("mediaType", file.mediaType().toString());
            case StoreOutcome.Refused refused ->
                throw new IllegalStateException("Example " + title + " refused: " + refused.textKey());
        };
    }
}
