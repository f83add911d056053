package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CodeCheck;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.codes.MobileNumber;
import org.zhengtong.base.codes.OrganizationCode;
import org.zhengtong.base.identity.internal.device.DeviceName;
import org.zhengtong.base.identity.web.LocalPath;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.Inbox;
import org.zhengtong.service.casework.TaskId;

/** Codes as people type them and places in lists as addresses name them: what was read is written and read again the same. */
class CodesAndCursorsFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void a_code(FuzzedDataProvider data) {
        var kind = data.consumeInt(0, 13);
        var text = data.consumeRemainingAsString();
        parser(kind).accept(text);
    }

    private static Consumer<String> parser(int kind) {
        return switch (kind) {
            case 0 ->
                text -> code(text, CreditCode::check, code -> Stream.of(code.division(), code.organizationCode()));
            case 1 ->
                text -> code(
                        text, CitizenNumber::check, code -> Stream.of(code.birthDate(), code.masked(), code.female()));
            case 2 -> text -> code(text, DivisionCode::check, code -> Stream.of(code.level(), code.parent()));
            case 3 ->
                text -> code(text, ItemCode::check, code -> Stream.of(code.division(), code.body(), code.basicCode()));
            case 4 -> text -> code(text, LicenseIdentifier::check, code -> Stream.of(code.issuer(), code.version()));
            case 5 -> text -> code(text, MobileNumber::check, code -> Stream.of(code.masked(), code.lastFour()));
            case 6 -> text -> code(text, OrganizationCode::check, code -> Stream.of(code.printed()));
            case 7 -> CodesAndCursorsFuzzTest::caseNumber;
            case 8 ->
                text -> TaskId.parse(text)
                        .ifPresent(task -> assertThat(TaskId.parse(task.text())).contains(task));
            case 9 -> CodesAndCursorsFuzzTest::inbox;
            case 10 -> text -> assertThat(RollCursor.parse(text).key()).isNotNegative();
            case 11 ->
                text -> JobSchedule.parse(text)
                        .ifPresent(schedule -> assertThat(JobSchedule.parse(schedule.written()))
                                .contains(schedule));
            case 12 -> text -> assertThat(LocalPath.or(text, "/")).matches("(?s)/(?![/\\\\]).*|/");
            default -> text -> assertThat(DeviceName.of(text)).isNotNull();
        };
    }

    private static <T> void code(String text, Function<String, CodeCheck<T>> check, Function<T, Stream<?>> parts) {
        switch (check.apply(text)) {
            case CodeCheck.Valid<T>(var code) -> {
                assertThat(check.apply(valueOf(code))).isEqualTo(new CodeCheck.Valid<>(code));
                assertThat(parts.apply(code)).allMatch(Objects::nonNull);
            }
            case CodeCheck.Wrong<T>(var key, var args) -> {
                assertThat(key).startsWith("codes.");
                assertThat(args).allSatisfy(arg -> assertThat(arg.toString()).hasSizeLessThan(20));
            }
        }
    }

    /** Codes of persons print masked, so the value itself is asked for. */
    private static String valueOf(Object code) {
        return switch (code) {
            case CitizenNumber number -> number.value();
            case MobileNumber number -> number.value();
            default -> code.toString();
        };
    }

    private static void caseNumber(String text) {
        CaseNumber.parse(text).ifPresent(number -> {
            assertThat(CaseNumber.parse(number.value())).contains(number);
            assertThat(new CaseNumber(number.value())).isEqualTo(number);
            assertThat(CaseKey.of(number)).isNotNegative();
            assertThat(CaseNumber.ownerOf(number.files())).contains(number);
        });
    }

    private static void inbox(String text) {
        var cursor = Inbox.Cursor.parse(text);
        if (cursor != null) {
            assertThat(Inbox.Cursor.parse(cursor.text())).isEqualTo(cursor);
        }
    }
}
