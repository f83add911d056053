package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.Seals;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.ClockView;

/** Sets a legal document and seals it. Its words stand in the texts under {@code casework.document.<KIND>}. */
@Component
class DocumentSheet {

    // Documents of Chinese authorities are in Chinese, whoever opens them.
    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final CasePartsStore parts;
    private final Departments departments;
    private final Texts texts;
    private final Seals seals;
    private final NodeMode node;

    DocumentSheet(CasePartsStore parts, Departments departments, Texts texts, Seals seals, NodeMode node) {
        this.parts = parts;
        this.departments = departments;
        this.texts = texts;
        this.seals = seals;
        this.node = node;
    }

    byte[] sealed(LoadedCase loaded, DocumentStore.Row row) {
        var department = departments.require(row.department());
        var found = parts.require(loaded.key());
        var prefix = "casework.document." + row.kind() + ".";
        var own = row.kind() == DocumentKind.GRANT ? loaded.procedure().grant() : null;
        var title = own == null ? say(prefix + "title") : own.title();
        var file = loaded.file();
        var pdf = Pdf.a4(LANGUAGE, title)
                .issuer(department.name())
                .number(DocumentNumbers.of(file.number(), row.kind(), row.serial()))
                .title(title)
                .addressee(say(
                        "casework.document.addressee",
                        row.kind().betweenDepartments()
                                ? fact(row, "to")
                                : file.applicant().name()))
                .paragraph(
                        own != null
                                ? own.text()
                                : say(
                                        prefix
                                                + (file.deemedAccepted() && row.kind() == DocumentKind.ACCEPTANCE_NOTICE
                                                        ? "deemed"
                                                        : "text"),
                                        date(file.filedAt()
                                                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                                                .toLocalDate()),
                                        file.itemName(),
                                        date(file.acceptedOn() == null ? file.receivedOn() : file.acceptedOn()),
                                        file.applicant().name()));
        body(pdf, loaded, row, found);
        if (node.demo()) {
            pdf.mark(say("casework.document.demo"));
        }
        var sheet = pdf.signature(department.name(), date(row.datedOn())).finish();
        return seal(sheet.bytes(), sheet.sealSpot(), department, title);
    }

    private void body(Pdf pdf, LoadedCase loaded, DocumentStore.Row row, CasePartsStore.Parts found) {
        switch (row.kind()) {
            case ACCEPTANCE_NOTICE -> pdf.facts(limits(loaded, found));
            case ACCEPTANCE_REFUSAL -> {
                pdf.paragraph(say("casework.document.reasons", fact(row, "reason")));
                pdf.paragraph(say("casework.document.remedies", fact(row, "remedies")));
            }
            case SUPPLEMENT_NOTICE -> {
                found.supplements().stream()
                        .findFirst()
                        .ifPresent(asked -> pdf.numbered(asked.items().stream()
                                .map(item -> say("casework.document.demand", item.title(), item.demand()))
                                .toList()));
                pdf.paragraph(say("casework.document.once"));
            }
            case SPECIAL_PROCEDURE_NOTICE -> {
                pdf.facts(facts(
                        row,
                        "procedure",
                        say("casework.special-procedure." + fact(row, "procedure")),
                        "reason",
                        fact(row, "reason"),
                        "from",
                        day(row, "from"),
                        "expected",
                        day(row, "expected")));
                pdf.paragraph(say("casework.document.SPECIAL_PROCEDURE_NOTICE.not-counted", day(row, "from")));
            }
            case EXTENSION_NOTICE -> {
                pdf.facts(facts(
                        row,
                        "title-of-step",
                        fact(row, "title"),
                        "amount",
                        limit(fact(row, "amount")),
                        "reason",
                        fact(row, "reason"),
                        "law",
                        fact(row, "law"),
                        "statutory",
                        limit(fact(row, "statutory")),
                        "to",
                        day(row, "to")));
                pdf.paragraph(say("casework.document.EXTENSION_NOTICE.told"));
            }
            case OPINION_REQUEST ->
                pdf.facts(facts(
                        row,
                        "title-of-step",
                        fact(row, "title"),
                        "question",
                        fact(row, "question"),
                        "due",
                        day(row, "due")));
            case OPINION_REPLY ->
                pdf.facts(facts(
                        row,
                        "question",
                        fact(row, "question"),
                        "stance",
                        say("casework.opinion.stance." + fact(row, "stance")),
                        "words",
                        fact(row, "words")));
            case COUNTERSIGN_SHEET -> {
                pdf.facts(facts(
                        row,
                        "title-of-step",
                        fact(row, "title"),
                        "matter",
                        fact(row, "matter"),
                        "result",
                        say("casework.document.COUNTERSIGN_SHEET.met." + fact(row, "met"))));
                fact(row, "signatures").lines().forEach(pdf::paragraph);
            }
            case VISIT_NOTICE -> {
                pdf.facts(facts(
                        row,
                        "what",
                        say("casework.document.VISIT_NOTICE." + fact(row, "what")),
                        "when",
                        say("casework.document.VISIT_NOTICE.time", day(row, "on"), fact(row, "time")),
                        "place",
                        fact(row, "place"),
                        "purpose",
                        fact(row, "purpose"),
                        "departments",
                        fact(row, "departments"),
                        "reason",
                        fact(row, "reason")));
                pdf.paragraph(say("casework.document.VISIT_NOTICE.told"));
            }
            case VISIT_RECORD -> {
                pdf.facts(facts(
                        row,
                        "when",
                        say("casework.document.VISIT_NOTICE.time", day(row, "on"), fact(row, "time")),
                        "place",
                        fact(row, "place"),
                        "purpose",
                        fact(row, "purpose"),
                        "reason",
                        fact(row, "reason")));
                fact(row, "findings").lines().forEach(pdf::paragraph);
            }
            case SUSPENSION_NOTICE, RESUMPTION_NOTICE -> suspension(pdf, row);
            case REOPENING_NOTICE -> {
                pdf.facts(facts(
                        row,
                        "kind",
                        say("casework.reopening." + fact(row, "kind")),
                        "document",
                        fact(row, "document"),
                        "body",
                        fact(row, "body"),
                        "dated",
                        day(row, "dated"),
                        "reason",
                        fact(row, "reason"),
                        "revoked",
                        fact(row, "revoked"),
                        "again",
                        fact(row, "again"),
                        "to",
                        day(row, "to")));
                pdf.paragraph(say("casework.document.REOPENING_NOTICE.told"));
            }
            case DEFERRAL_NOTICE -> {
                pdf.numbered(fact(row, "materials").lines().toList());
                pdf.facts(facts(row, "due", day(row, "due"), "law", fact(row, "law")));
                pdf.paragraph(say("casework.document.DEFERRAL_NOTICE.otherwise"));
            }
            case COMMITMENT -> {
                pdf.numbered(fact(row, "terms").lines().toList());
                pdf.paragraph(say(
                        "casework.document.COMMITMENT.replaces",
                        String.join("、", fact(row, "replaces").lines().toList())));
                pdf.facts(facts(
                        row,
                        "by",
                        loaded.file().applicant().name(),
                        "check",
                        limit(fact(row, "check")),
                        "law",
                        fact(row, "law")));
                pdf.paragraph(say("casework.document.COMMITMENT.otherwise"));
            }
            case REVOCATION_PROPOSAL -> {
                pdf.numbered(fact(row, "terms").lines().toList());
                pdf.facts(facts(row, "finding", fact(row, "finding"), "law", fact(row, "law")));
                pdf.paragraph(say("casework.document.REVOCATION_PROPOSAL.heard"));
            }
            case GRANT -> opinions(loaded, found).forEach(pdf::paragraph);
            case DENIAL -> {
                for (var decision : found.decisions()) {
                    if (!decision.granted() && counts(loaded, decision.serial())) {
                        pdf.paragraph(say("casework.document.reasons", String.valueOf(decision.reasons())));
                        pdf.paragraph(say("casework.document.remedies", String.valueOf(decision.remedies())));
                    }
                }
            }
        }
    }

    private void suspension(Pdf pdf, DocumentStore.Row row) {
        pdf.facts(facts(
                row,
                "ground",
                fact(row, "title"),
                "law",
                fact(row, "law"),
                "reason",
                fact(row, "reason"),
                "from",
                day(row, "from"),
                "until",
                day(row, "until"),
                "expected",
                day(row, "expected"),
                "to",
                day(row, "to")));
        pdf.paragraph(say("casework.document." + row.kind() + ".told"));
    }

    /** Names of facts in the words of this kind of document, with their values; empty ones are left out. */
    private Map<String, String> facts(DocumentStore.Row row, String... namesAndValues) {
        var facts = new LinkedHashMap<String, String>();
        for (var place = 0; place < namesAndValues.length; place += 2) {
            if (!namesAndValues[place + 1].isEmpty()) {
                facts.put(
                        say("casework.document." + row.kind() + "." + namesAndValues[place]),
                        namesAndValues[place + 1]);
            }
        }
        return facts;
    }

    private String day(DocumentStore.Row row, String name) {
        var day = fact(row, name);
        return day.isEmpty() ? "" : date(LocalDate.parse(day));
    }

    private String limit(String text) {
        var parsed = LimitText.read(text);
        return say("casework.limit." + parsed.unit(), String.valueOf(parsed.amount()));
    }

    private Map<String, String> limits(LoadedCase loaded, CasePartsStore.Parts found) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(say("casework.document.case"), loaded.file().number().value());
        facts.put(say("casework.document.item"), loaded.file().itemName());
        for (var clock : found.clocks()) {
            if (clock.step().equals(ClockView.JOINT)) {
                put(facts, "casework.document.committed", clock.committed());
                put(facts, "casework.document.statutory", clock.statutory());
            }
        }
        return facts;
    }

    private void put(Map<String, String> facts, String key, @Nullable String limit) {
        var parsed = LimitText.parse(limit);
        if (parsed != null) {
            facts.put(say(key), limit(String.valueOf(limit)));
        }
    }

    private List<String> opinions(LoadedCase loaded, CasePartsStore.Parts found) {
        return found.decisions().stream()
                .flatMap(decision -> loaded.findTask(decision.serial()).stream()
                        .filter(task -> !task.recalled())
                        .map(task -> say(
                                "casework.document.opinion",
                                departments.require(task.department()).name(),
                                decision.opinion())))
                .toList();
    }

    /** A decision that was recalled, or undone by a return, is none any more. */
    private static boolean counts(LoadedCase loaded, int serial) {
        return loaded.findTask(serial).stream().noneMatch(TaskRow::recalled);
    }

    private static String fact(DocumentStore.Row row, String name) {
        return row.facts().getOrDefault(name, "");
    }

    private byte[] seal(
            byte[] pdf,
            org.zhengtong.base.print.PrintedSheet.@Nullable Spot spot,
            Department department,
            String title) {
        var place = spot == null ? new SealPlace(1, 420, 180) : new SealPlace(spot.page(), spot.x(), spot.y());
        return seals.seal(
                pdf,
                new SealRequest(
                        department.name(),
                        department.creditCode().value(),
                        say("casework.document.seal"),
                        title,
                        place));
    }

    private String date(LocalDate day) {
        return say(
                "casework.document.date",
                String.valueOf(day.getYear()),
                String.valueOf(day.getMonthValue()),
                String.valueOf(day.getDayOfMonth()));
    }

    private String say(String key, Object... args) {
        return texts.say(LANGUAGE, key, args);
    }
}
