package org.zhengtong.base.schema.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.LinkedMultiValueMap;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.files.VirusState;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormSubmission;
import org.zhengtong.base.schema.FormWorkbooks;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.ui.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema room without Spring: real texts, a clock that stands still, files in memory. */
class FormFixtures {
    static final Clock MONDAY = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    static final Path COMPANY = Path.of("packs/shandong/forms/company-establishment.json");

    private static final FileOwner DRAFT = new FileOwner("hall", "draft-1");

    private FormFixtures() {}

    static Forms forms() {
        var texts = new SchemaTexts(new FileTexts());
        var rules = new RuleCompiler(texts);
        var formats = new FormatCheck(texts, MONDAY);
        var formulas = new Formulas();
        var check = new FormCheck(new ErrorTexts(texts), formats, rules, formulas);
        return new JsonForms(
                new SchemaReader(texts),
                new EntryReader(formats, new Uploads(new FilesInMemory(), new NoUploads(), texts), formulas),
                check,
                new TaskBuilder(check, texts),
                new Comparison(texts),
                texts);
    }

    static FormWorkbooks workbooks() {
        var texts = new SchemaTexts(new FileTexts());
        var formats = new FormatCheck(texts, MONDAY);
        var formulas = new Formulas();
        var check = new FormCheck(new ErrorTexts(texts), formats, new RuleCompiler(texts), formulas);
        var entries = new EntryReader(formats, new Uploads(new FilesInMemory(), new NoUploads(), texts), formulas);
        return new XlsxForms(new CellValues(texts, entries), check, formulas, texts);
    }

    /** A form of the pack's library. */
    static FormSchema library(Forms forms, String key) {
        return forms.parse(text(Path.of("packs/shandong/forms", key + ".yaml")));
    }

    /** An example of filled answers. */
    static ObjectNode filled(String key) {
        return json(text(Path.of("src/test/resources/forms", key + ".json")));
    }

    static FormSchema company(Forms forms) {
        return forms.parse(text(COMPANY));
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.builder().build().readTree(text);
    }

    /** A page as a browser sends it: name, value, name, value … */
    static FormSubmission sent(String... pairs) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(pairs[i], pairs[i + 1]);
        }
        return new FormSubmission(fields, new LinkedMultiValueMap<>(), DRAFT, "7");
    }

    static FormSubmission withFile(FormSubmission sent, String field, String name) {
        sent.files().add(field, new MockMultipartFile(field, name, "application/pdf", new byte[] {1, 2, 3}));
        return sent;
    }

    /** All answers of 济南泉汐信息科技有限公司, right in every field. */
    static ObjectNode goodAnswers() {
        return json("""
            {"company": {"name": "济南泉汐信息科技有限公司", "kind": "limited-natural-persons"},
             "address": {"county": "370104", "street": "张庄路街道", "place": "张庄路 188 号 1 号楼 1206 室", "right": "rent", "rentedUntil": "2028-03-01"},
             "scope": {"items": "软件开发；信息系统集成服务", "needsApproval": false},
             "capital": {"amount": 100, "term": "long"},
             "holders": {"people": [
               {"kind": "person", "name": "王海燕", "number": "370104198806162027", "amount": 60, "share": 60, "form": "money", "dueOn": "2031-03-01"},
               {"kind": "person", "name": "李国栋", "number": "370102198503120011", "amount": 40, "share": 40, "form": "money", "dueOn": "2031-03-01"}]},
             "officers": {"representative": {"name": "王海燕", "number": "370104198806162027", "mobile": "13805310426", "post": "director-manager"},
               "directors": [{"name": "王海燕", "number": "370104198806162027"}],
               "withSupervisors": true, "supervisors": [{"name": "李国栋", "number": "370102198503120011"}]},
             "contacts": {"liaison": {"name": "王海燕", "number": "370104198806162027", "mobile": "13805310426"}, "withAgent": false},
             "materials": {"charter": [{"file": "a", "name": "章程.pdf", "size": 9, "mediaType": "application/pdf"}],
               "appointments": [{"file": "b", "name": "任职.pdf", "size": 9, "mediaType": "application/pdf"}],
               "premises": [{"file": "c", "name": "租赁合同.pdf", "size": 1258291, "mediaType": "application/pdf"}]}}
            """);
    }

    /** Texts of all rooms from their files. */
    static class FileTexts implements Texts {
        private final Properties chinese = new Properties();
        private final Properties english = new Properties();

        FileTexts() {
            List.of("schema", "codes", "files").forEach(room -> {
                load(chinese, room + ".properties");
                load(english, room + "_en.properties");
            });
        }

        private static void load(Properties into, String file) {
            try (var reader = new InputStreamReader(
                    Files.newInputStream(Path.of("src/main/resources/messages", file)), StandardCharsets.UTF_8)) {
                into.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String say(Locale locale, String key, Object... args) {
            var text = (locale.getLanguage().equals("en") ? english : chinese).getProperty(key);
            if (text == null) {
                throw new IllegalArgumentException("No text for " + key + " in " + locale);
            }
            return new MessageFormat(text, locale)
                    .format(Arrays.stream(args)
                            .map(arg -> arg instanceof Number number ? number.toString() : arg)
                            .toArray());
        }

        @Override
        public boolean knows(String key) {
            return chinese.containsKey(key);
        }
    }

    /** Takes every file but those called bad. */
    static class FilesInMemory implements FileStorage {
        private final List<StoredFile> files = new ArrayList<>();

        @Override
        public StoreOutcome store(FileUpload upload, FileRules rules) {
            if (upload.name().startsWith("bad")) {
                return new StoreOutcome.Refused("files.not_what_it_says.papers", List.of(upload.name(), "PDF"));
            }
            var file = new StoredFile(
                    new FileId(UUID.randomUUID()),
                    upload.owner(),
                    upload.name(),
                    org.springframework.http.MediaType.APPLICATION_PDF,
                    3,
                    "0".repeat(64),
                    VirusState.UNCHECKED,
                    upload.uploader(),
                    MONDAY.instant());
            files.add(file);
            return new StoreOutcome.Stored(file);
        }

        @Override
        public Optional<StoredFile> find(FileId id, FileOwner owner) {
            return files.stream().filter(file -> file.id().equals(id)).findFirst();
        }

        @Override
        public StoredFile require(FileId id, FileOwner owner) {
            return find(id, owner).orElseThrow();
        }

        @Override
        public List<StoredFile> ownedBy(FileOwner owner) {
            return List.copyOf(files);
        }

        @Override
        public Resource content(StoredFile file) {
            return new ByteArrayResource(new byte[] {1, 2, 3});
        }

        @Override
        public void handOver(FileOwner from, FileOwner to) {}

        @Override
        public void release(FileId id, FileOwner owner) {
            files.removeIf(file -> file.id().equals(id));
        }

        @Override
        public void releaseAll(FileOwner owner) {
            files.clear();
        }

        @Override
        public int removeUnused(Duration olderThan) {
            return 0;
        }
    }
}
