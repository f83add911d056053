package org.zhengtong.data.catalog.internal.check;

import static org.zhengtong.data.catalog.CatalogRule.*;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhengtong.base.codes.CodeCheck;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogLists.ExtensionField;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.SharingType;

/** The rules about one sheet, each finding beside its field. Sharing and items have checks of their own. */
public final class MetadataCheck {
    private static final int LONGEST_NAME = 100;
    private static final int CATEGORY_DIGITS = 6;
    private static final Pattern SYSTEM = Pattern.compile(".*(系统|平台|数据库|信息库|软件|网站|APP|app)$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern PORTAL_ID = Pattern.compile("[0-9a-f]{32}");

    private final ResourceMetadata sheet;
    private final CheckGround ground;
    private final List<RuleFinding> findings = new ArrayList<>();

    private MetadataCheck(ResourceMetadata sheet, CheckGround ground) {
        this.sheet = sheet;
        this.ground = ground;
    }

    public static List<RuleFinding> check(ResourceMetadata sheet, CheckGround ground) {
        var check = new MetadataCheck(sheet, ground);
        check.name();
        check.provider();
        check.summary();
        check.classCode();
        check.findings.addAll(SharingCheck.check(sheet, ground));
        check.findings.addAll(ItemCheck.check(sheet, ground));
        check.cycle();
        check.dates();
        check.related();
        check.supplement();
        check.extension();
        return List.copyOf(check.findings);
    }

    private void found(CatalogRule rule, String field, Object... args) {
        findings.add(RuleFinding.of(rule, field, args));
    }

    private void name() {
        var name = sheet.name().strip();
        if (name.isEmpty()) {
            found(NAME_MISSING, "name");
            return;
        }
        if (name.length() > LONGEST_NAME) {
            found(NAME_TOO_LONG, "name", LONGEST_NAME);
        }
        if (SYSTEM.matcher(name).matches()) {
            found(NAME_IS_A_SYSTEM, "name");
        }
        var provider = NameKey.of(sheet.provider().name());
        var key = NameKey.of(name);
        ground.neighbours().named(provider, key).ifPresent(other -> found(NAME_TAKEN, "name", other));
        var stem = NameKey.stem(name);
        if (!stem.equals(key) && ground.neighbours().countedUp(provider, stem, key)) {
            found(NAME_COUNTED_UP, "name");
        }
    }

    private void provider() {
        var provider = sheet.provider();
        if (provider.name().isBlank()) {
            found(PROVIDER_MISSING, "provider");
            return;
        }
        if (provider.department() == null || !ground.departments().test(provider.department())) {
            found(PROVIDER_UNKNOWN, "provider", provider.name());
        }
        if (provider.code().isBlank()) {
            found(PROVIDER_CODE_MISSING, "provider");
        } else if (CreditCode.check(provider.code()) instanceof CodeCheck.Wrong<CreditCode>) {
            found(PROVIDER_CODE_WRONG, "provider", provider.code());
        }
    }

    private void summary() {
        if (sheet.summary().isBlank()) {
            found(SUMMARY_MISSING, "summary");
        } else if (NameKey.of(sheet.summary()).equals(NameKey.of(sheet.name()))) {
            found(SUMMARY_SAYS_NOTHING, "summary");
        }
    }

    private void classCode() {
        var code = sheet.classCode();
        if (code.isBlank()) {
            found(CLASS_MISSING, "classCode");
        } else if (!ground.lists().has(CatalogLists.CLASS, code, ground.today())) {
            found(CLASS_UNKNOWN, "classCode", code);
        } else if (code.length() < CATEGORY_DIGITS) {
            found(CLASS_TOO_SHORT, "classCode", code);
        } else if (!ground.fixedClass().isEmpty() && !ground.fixedClass().equals(code)) {
            found(CLASS_FIXED, "classCode", ground.fixedClass());
        }
        if (code.startsWith("1") && sheet.sharing().type() == SharingType.NOT_SHARED) {
            found(BASIC_WITHHELD, "sharing");
        }
    }

    private void cycle() {
        if (sheet.updateCycle().isBlank()) {
            found(CYCLE_MISSING, "updateCycle");
        } else if (!ground.lists().has(CatalogLists.UPDATE_CYCLE, sheet.updateCycle(), ground.today())) {
            found(CYCLE_UNKNOWN, "updateCycle", sheet.updateCycle());
        }
    }

    private void dates() {
        if (sheet.publishedOn() != null && sheet.publishedOn().isAfter(ground.today())) {
            found(DATE_IN_FUTURE, "publishedOn", sheet.publishedOn());
        }
    }

    private void related() {
        for (var code : sheet.related()) {
            if (!ResourceCode.fits(code)) {
                found(RELATED_WRONG, "related", code);
            } else if (!ground.neighbours().knows(code)) {
                found(RELATED_UNKNOWN, "related", code);
            }
        }
    }

    private void supplement() {
        var more = sheet.supplement();
        if (!more.division().isBlank()
                && DivisionCode.check(more.division()) instanceof CodeCheck.Wrong<DivisionCode>) {
            found(DIVISION_WRONG, "division", more.division());
        }
        if (more.domain().isBlank()) {
            found(DOMAIN_MISSING, "domain");
        } else if (!ground.lists().has(CatalogLists.DOMAIN, more.domain(), ground.today())) {
            found(DOMAIN_UNKNOWN, "domain", more.domain());
        }
        if (!more.sensitivity().isBlank()
                && !ground.lists().has(CatalogLists.SENSITIVITY, more.sensitivity(), ground.today())) {
            found(SENSITIVITY_UNKNOWN, "sensitivity", more.sensitivity());
        }
        if (!more.externalId().isBlank()
                && !PORTAL_ID.matcher(more.externalId()).matches()) {
            found(EXTERNAL_ID_ODD, "externalId", more.externalId());
        }
    }

    private void extension() {
        for (var field : ground.lists().fieldsOf(more())) {
            var value =
                    sheet.supplement().extension().getOrDefault(field.key(), "").strip();
            var id = "extension-" + field.key();
            if (value.isEmpty()) {
                if (field.required()) {
                    found(EXTENSION_MISSING, id, field.name());
                }
            } else if (!fits(field, value)) {
                found(EXTENSION_WRONG, id, field.name(), value);
            }
        }
    }

    private String more() {
        var department = sheet.provider().department();
        return department == null
                ? sheet.supplement().division()
                : department.division().value();
    }

    private static boolean fits(ExtensionField field, String value) {
        return switch (field.kind()) {
            case TEXT -> true;
            case NUMBER -> NUMBER.matcher(value).matches();
            case CHOICE -> field.options().contains(value);
            case DATE -> isDate(value);
        };
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}
