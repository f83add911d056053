package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.ResumableUploads;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.files.UploadId;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSubmission;
import org.zhengtong.base.schema.Violation;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes the files of a page into the store and their ids into the answers. */
@Component
class Uploads {
    private static final String NUMBER = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int MOST_AT_ONCE = 50;

    private final FileStorage files;
    private final ResumableUploads uploads;
    private final SchemaTexts texts;

    Uploads(FileStorage files, ResumableUploads uploads, SchemaTexts texts) {
        this.files = files;
        this.uploads = uploads;
        this.texts = texts;
    }

    List<Violation> take(FormPage page, ObjectNode answers, FormSubmission sent) {
        var refused = new ArrayList<Violation>();
        for (var entry : sent.files().entrySet()) {
            if (EntryReader.field(page, entry.getKey()) instanceof Field.Files field) {
                for (var file : entry.getValue()) {
                    take(field, entry.getKey(), file, answers, sent, refused);
                }
            }
        }
        for (var entry : sent.fields().entrySet()) {
            if (EntryReader.field(page, entry.getKey()) instanceof Field.Files field) {
                entry.getValue().stream()
                        .limit(MOST_AT_ONCE)
                        .forEach(id -> takeUpload(field, entry.getKey(), id, answers, sent, refused));
            }
        }
        return refused;
    }

    /** A file that came ahead of the form, in pieces; the form brings its number only. */
    private void takeUpload(
            Field.Files field,
            String pointer,
            String number,
            ObjectNode answers,
            FormSubmission sent,
            List<Violation> refused) {
        var held = held(answers, pointer);
        if (held == null || !number.matches(NUMBER)) {
            return;
        }
        var id = new UploadId(UUID.fromString(number));
        var upload = uploads.complete(id, sent.uploader(), sent.owner()).orElse(null);
        if (upload == null) {
            refused.add(violation(field, pointer, texts.words("schema.upload.gone")));
            return;
        }
        keep(field, pointer, upload, held, refused);
        uploads.discard(id, sent.uploader());
    }

    private void take(
            Field.Files field,
            String pointer,
            MultipartFile file,
            ObjectNode answers,
            FormSubmission sent,
            List<Violation> refused) {
        var name = file.getOriginalFilename();
        if (name == null || name.isBlank()) {
            return; // an empty file field
        }
        var held = held(answers, pointer);
        if (held == null) {
            return;
        }
        keep(
                field,
                pointer,
                new FileUpload(name, file.getContentType(), file, sent.owner(), sent.uploader()),
                held,
                refused);
    }

    private void keep(Field.Files field, String pointer, FileUpload upload, ArrayNode held, List<Violation> refused) {
        if (held.size() >= field.rules().maxCount()) {
            refused.add(violation(
                    field, pointer, texts.words("schema.full", field.rules().maxCount(), upload.name())));
            return;
        }
        switch (files.store(upload, field.rules())) {
            case StoreOutcome.Stored(var stored) -> held.add(answer(stored));
            case StoreOutcome.Refused(var key, var args) ->
                refused.add(violation(field, pointer, texts.words(key, args.toArray())));
        }
    }

    private static @org.jspecify.annotations.Nullable ArrayNode held(ObjectNode answers, String pointer) {
        if (answers.at(pointer) instanceof ArrayNode already) {
            return already;
        }
        var end = pointer.lastIndexOf('/');
        return answers.at(pointer.substring(0, end)) instanceof ObjectNode parent
                ? parent.putArray(pointer.substring(end + 1))
                : null;
    }

    private static ObjectNode answer(StoredFile stored) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", stored.id().toString())
                .put("name", stored.name())
                .put("size", stored.size())
                .put("mediaType", stored.mediaType().toString())
                .put("virus", stored.virus().name());
    }

    private static Violation violation(Field.Files field, String pointer, Words text) {
        return new Violation(pointer, List.of(field.head().title()), text, "file");
    }
}
