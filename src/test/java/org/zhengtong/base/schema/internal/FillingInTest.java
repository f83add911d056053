package org.zhengtong.base.schema.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.base.schema.internal.FormFixtures.json;
import static org.zhengtong.base.schema.internal.FormFixtures.sent;
import static org.zhengtong.base.schema.internal.FormFixtures.withFile;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.schema.FieldView;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Forms;

/** Reading what a browser sends: nothing typed is lost, nothing harmful is kept. */
class FillingInTest {
    private final Forms forms = FormFixtures.forms();
    private final FormSchema form = FormFixtures.company(forms);

    @Test
    void keeps_wrong_input_as_typed_and_shows_it_again() {
        var entry = forms.read(form, "capital", json("{}"), sent("/capital/amount", "一百万", "/capital/term", "long"));

        assertThat(entry.answers().at("/capital/amount").asString()).isEqualTo("一百万");
        assertThat(forms.check(form, "capital", entry.answers())
                        .getFirst()
                        .text()
                        .chinese())
                .isEqualTo("“一百万”不是数字。请只写数字，比如 60 或 12.5，不写单位。");
        var amount = (FieldView.Line) forms.view(form, "capital", entry.answers(), List.of(), Locale.CHINA)
                .fields()
                .getFirst();
        assertThat(amount.value()).isEqualTo("一百万");
    }

    @Test
    void understands_full_width_digits_separators_and_written_dates() {
        var entry = forms.read(
                form,
                "capital",
                json("{}"),
                sent("/capital/amount", "１,000.5", "/capital/term", "fixed", "/capital/endsOn", "2036年3月5日"));

        assertThat(entry.answers().at("/capital/amount").decimalValue()).isEqualByComparingTo("1000.5");
        assertThat(entry.answers().at("/capital/endsOn").asString()).isEqualTo("2036-03-05");
    }

    @Test
    void normalizes_codes_that_are_right() {
        var entry = forms.read(
                form,
                "contacts",
                json("{}"),
                sent("/contacts/liaison/number", " 37010219850312002x ", "/contacts/liaison/mobile", "138-0531-0426"));

        assertThat(entry.answers().at("/contacts/liaison/number").asString()).isEqualTo("37010219850312002X");
        assertThat(entry.answers().at("/contacts/liaison/mobile").asString()).isEqualTo("13805310426");
    }

    @Test
    void takes_out_control_characters_and_keeps_markup_and_formulas_as_text() {
        var entry = forms.read(
                form,
                "address",
                json("{}"),
                sent("/address/place", "\u0000=1+1 <b>\u202E甲\u0007</b>", "/address/street", "\uD800街"));

        assertThat(entry.answers().at("/address/place").asString()).isEqualTo("=1+1 <b>甲</b>");
        assertThat(entry.answers().at("/address/street").asString()).isEqualTo("街");
    }

    @Test
    void adds_and_removes_rows_by_button_and_keeps_what_stands_in_them() {
        var added = forms.read(
                form,
                "holders",
                json("{}"),
                sent("/holders/people", "1", "/holders/people/0/name", "王海燕", "_step", "add:/holders/people"));

        assertThat(added.step()).isEqualTo(FormEntry.Step.STAY);
        assertThat(added.answers().at("/holders/people").size()).isEqualTo(2);

        var removed = forms.read(
                form,
                "holders",
                added.answers(),
                sent(
                        "/holders/people",
                        "2",
                        "/holders/people/0/name",
                        "王海燕",
                        "/holders/people/1/name",
                        "李国栋",
                        "_step",
                        "remove:/holders/people/0"));

        assertThat(removed.answers().at("/holders/people").size()).isEqualTo(1);
        assertThat(removed.answers().at("/holders/people/0/name").asString()).isEqualTo("李国栋");
    }

    @Test
    void adds_no_row_beyond_the_limit_whatever_is_claimed() {
        var entry = forms.read(
                form, "holders", json("{}"), sent("/holders/people", "5000", "_step", "add:/holders/people"));

        assertThat(entry.answers().at("/holders/people").size()).isEqualTo(200);
    }

    @Test
    void shows_the_page_again_when_an_answer_opens_questions_nobody_saw() {
        var pairs = new String[] {"/address/right", "rent", "_step", "forward"};

        assertThat(forms.read(form, "address", json("{}"), sent(pairs)).step()).isEqualTo(FormEntry.Step.STAY);

        var live = sent(pairs);
        live.fields().add("_live", "1");

        assertThat(forms.read(form, "address", json("{}"), live).step()).isEqualTo(FormEntry.Step.FORWARD);
    }

    @Test
    void saves_without_a_check() {
        assertThat(forms.read(form, "address", json("{}"), sent("_step", "save"))
                        .step())
                .isEqualTo(FormEntry.Step.SAVE);
    }

    @Test
    void takes_files_refuses_bad_ones_beside_the_field_and_believes_no_file_ids_from_outside() {
        var submission = withFile(
                withFile(sent("/materials/charter/0/file", "stolen"), "/materials/charter", "章程.pdf"),
                "/materials/charter",
                "bad.pdf");

        var entry = forms.read(form, "materials", json("{}"), submission);

        assertThat(entry.answers().at("/materials/charter").size()).isEqualTo(1);
        assertThat(entry.answers().at("/materials/charter/0/name").asString()).isEqualTo("章程.pdf");
        assertThat(entry.refused())
                .extracting(each -> each.text().chinese())
                .containsExactly("“bad.pdf”打不开，内容不是 PDF。请换成 PDF 或照片重新上传。");

        var id = entry.answers().at("/materials/charter/0/file").asString();
        var dropped = forms.read(form, "materials", entry.answers(), sent("_step", "drop:/materials/charter/" + id));

        assertThat(dropped.answers().at("/materials/charter").isEmpty()).isTrue();
    }

    @Test
    void ignores_names_that_lead_nowhere() {
        var entry = forms.read(
                form,
                "company",
                json("{}"),
                sent(
                        "/company/nobody",
                        "x",
                        "company",
                        "x",
                        "/holders/people/0/name",
                        "x",
                        "_step",
                        "remove:/company/name/0"));

        assertThat(entry.answers().toString()).isEqualTo("{\"company\":{}}");
    }
}
