package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.MessageTemplate.Wording;
import org.zhengtong.base.notice.MessageTemplates;
import org.zhengtong.base.notice.TemplateOutcome;
import org.zhengtong.base.notice.TemplateOutcome.Fault;
import org.zhengtong.base.ui.Texts;

@Service
class StoredTemplates implements MessageTemplates {

    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_BODY = 600;
    private static final int LONGEST_WAIT = 7 * 24 * 60;
    private static final String TITLE = ".title";

    private final TemplateStore templates;
    private final Wordings wordings;
    private final Texts texts;
    private final AuditLog audit;
    private final Clock clock;

    StoredTemplates(TemplateStore templates, Wordings wordings, Texts texts, AuditLog audit, Clock clock) {
        this.templates = templates;
        this.wordings = wordings;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<MessageTemplate> list() {
        return texts.keysEnding(TITLE).stream()
                .map(key -> key.substring(0, key.length() - TITLE.length()))
                .flatMap(code -> find(code).stream())
                .toList();
    }

    @Override
    public Optional<MessageTemplate> find(String code) {
        return wordings.own(code).map(own -> wordings.published(code).orElse(own));
    }

    @Override
    @Transactional(readOnly = true)
    public List<MessageTemplate.Version> versions(String code) {
        var own = wordings.own(code).stream()
                .map(template -> new MessageTemplate.Version(
                        template,
                        wordings.published(code).isPresent()
                                ? MessageTemplate.State.RETIRED
                                : MessageTemplate.State.PUBLISHED,
                        null,
                        null,
                        null,
                        null));
        return Stream.concat(templates.versions(code).stream(), own).toList();
    }

    @Override
    public List<Integer> places(String code) {
        return wordings.own(code).stream()
                .flatMap(own -> Stream.of(own.chinese().title(), own.chinese().body()))
                .flatMap(text -> Wordings.PLACE.matcher(text).results())
                .map(place -> Integer.valueOf(place.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    @Transactional
    public TemplateOutcome save(MessageTemplate draft, Actor by) {
        if (wordings.own(draft.code()).isEmpty()) {
            return new TemplateOutcome.Unknown();
        }
        var faults = faults(draft);
        if (!faults.isEmpty()) {
            return new TemplateOutcome.Wrong(faults);
        }
        var version = templates.saveDraft(draft, by.name(), clock.instant());
        audit.record(AuditAction.of(by, "notice.edit_template", "template", draft.code())
                .with("version", version));
        return new TemplateOutcome.Saved(version);
    }

    private List<Fault> faults(MessageTemplate draft) {
        var faults = new ArrayList<Fault>();
        var places = places(draft.code());
        check("titleZh", draft.chinese().title(), LONGEST_TITLE, places, faults);
        check("bodyZh", draft.chinese().body(), LONGEST_BODY, places, faults);
        check("titleEn", draft.english().title(), LONGEST_TITLE, places, faults);
        check("bodyEn", draft.english().body(), LONGEST_BODY, places, faults);
        var wait = draft.escalateMinutes();
        if (wait != null && (wait < 1 || wait > LONGEST_WAIT)) {
            faults.add(new Fault("escalateMinutes", "notice.fault.minutes", String.valueOf(LONGEST_WAIT)));
        }
        return faults;
    }

    private static void check(String field, String text, int longest, List<Integer> places, List<Fault> faults) {
        if (text.isBlank()) {
            faults.add(new Fault(field, "notice.fault.empty", ""));
        } else if (text.length() > longest) {
            faults.add(new Fault(field, "notice.fault.long", String.valueOf(longest)));
        } else if (field.startsWith("title") && text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(field, "notice.fault.line", ""));
        }
        BRACES.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(found -> places.stream().noneMatch(place -> found.equals("{" + place + "}")))
                .findFirst()
                .ifPresent(found -> faults.add(new Fault(field, "notice.fault.place", found)));
    }

    @Override
    @Transactional
    public TemplateOutcome publish(String code, Actor by) {
        var draft = templates.versions(code).stream()
                .filter(version -> version.state() == MessageTemplate.State.DRAFT)
                .findFirst();
        if (draft.isEmpty()) {
            return new TemplateOutcome.NothingToPublish();
        }
        // The program's own text may have lost a place since the draft was kept.
        var faults = faults(draft.get().template());
        if (!faults.isEmpty()) {
            return new TemplateOutcome.Wrong(faults);
        }
        templates.retire(code);
        var version = templates.publishDraft(code, by.name(), clock.instant());
        return changed(code, "notice.publish_template", version.orElseThrow(), by);
    }

    @Override
    @Transactional
    public TemplateOutcome restore(String code, Actor by) {
        if (wordings.own(code).isEmpty()) {
            return new TemplateOutcome.Unknown();
        }
        templates.retire(code);
        return changed(code, "notice.restore_template", 0, by);
    }

    private TemplateOutcome changed(String code, String event, int version, Actor by) {
        audit.record(AuditAction.of(by, event, "template", code).with("version", version));
        org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
                new org.springframework.transaction.support.TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wordings.renew();
                    }
                });
        return new TemplateOutcome.Saved(version);
    }

    @Override
    public Wording filled(Wording wording, List<String> values) {
        return Wordings.fill(wording, values.stream().map(Objects::toString).toList());
    }
}
