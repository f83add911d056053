package org.zhengtong.data.connectors.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.SourceKind;
import org.zhengtong.data.registers.RegisterCode;

/** A contract as it is typed. */
record ContractForm(SourceKind kind, Map<String, String> fields) {

    static final List<String> RHYTHMS = List.of("MANUAL", "EVERY", "DAILY", "WORKING_DAYS");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_MINUTES = 10_080;

    ContractForm {
        fields = Map.copyOf(fields);
    }

    static ContractForm of(SourceKind kind, Contract contract) {
        var fields = new TreeMap<>(contract.draft().reading());
        fields.put("name", contract.name());
        fields.put("register", contract.register().value());
        var plan = contract.plan();
        JobSchedule.parse(plan.schedule()).ifPresent(schedule -> put(fields, schedule));
        if (plan.window() != null) {
            fields.put("windowFrom", plan.window().from().toString());
            fields.put("windowTo", plan.window().to().toString());
        }
        fields.put("rows", String.valueOf(plan.rowsPerSecond()));
        fields.put("expect", String.valueOf(plan.expect().toHours()));
        return new ContractForm(kind, fields);
    }

    private static void put(Map<String, String> fields, JobSchedule schedule) {
        switch (schedule) {
            case JobSchedule.Every every -> {
                fields.put("rhythm", "EVERY");
                fields.put("minutes", String.valueOf(every.pause().toMinutes()));
            }
            case JobSchedule.Daily daily -> {
                fields.put("rhythm", "DAILY");
                fields.put("at", daily.at().toString());
            }
            case JobSchedule.OnWorkingDays days -> {
                fields.put("rhythm", "WORKING_DAYS");
                fields.put("at", days.at().toString());
            }
            case JobSchedule.OnWorkingDayOfMonth _, JobSchedule.Weekly _, JobSchedule.Cron _ ->
                fields.put("rhythm", "MANUAL");
        }
    }

    String typed(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    Contract.Draft draft() {
        var reading = new TreeMap<String, String>();
        kind.reading().forEach(field -> {
            if (!typed(field.name()).isEmpty()) {
                reading.put(field.name(), typed(field.name()));
            }
        });
        return new Contract.Draft(
                typed("name"),
                new RegisterCode(typed("register")),
                reading,
                new Contract.Plan(
                        schedule(),
                        window(),
                        (int) number("rows", 1_000_000),
                        Duration.ofHours(number("expect", 8_760))));
    }

    private String schedule() {
        return switch (typed("rhythm")) {
            case "EVERY" ->
                JobSchedule.every(Duration.ofMinutes(number("minutes", MOST_MINUTES)))
                        .written();
            case "DAILY" -> JobSchedule.daily(LocalTime.parse(typed("at"))).written();
            case "WORKING_DAYS" -> new JobSchedule.OnWorkingDays(LocalTime.parse(typed("at"))).written();
            default -> "";
        };
    }

    private Contract.@Nullable Window window() {
        return typed("windowFrom").isEmpty()
                ? null
                : new Contract.Window(LocalTime.parse(typed("windowFrom")), LocalTime.parse(typed("windowTo")));
    }

    private long number(String field, long most) {
        return typed(field).isEmpty() ? 0 : Math.min(most, Long.parseLong(typed(field)));
    }

    List<FieldFault> faults(List<String> registers, Texts texts, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        if (typed("name").isEmpty() || typed("name").length() > LONGEST_NAME) {
            faults.add(new FieldFault("name", texts.say(locale, "connectors.name.missing")));
        }
        if (!registers.contains(typed("register"))) {
            faults.add(new FieldFault("register", texts.say(locale, "connectors.register.missing")));
        }
        faults.addAll(SourceForm.faults(kind.reading(), fields, texts, locale));
        if (typed("mode").equals("CHANGED") && typed("change").isEmpty()) {
            faults.add(new FieldFault("change", texts.say(locale, "connectors.change.missing")));
        }
        var rhythm = typed("rhythm");
        if (rhythm.equals("EVERY") && !typed("minutes").matches("[1-9][0-9]{0,4}")) {
            faults.add(new FieldFault("minutes", texts.say(locale, "connectors.minutes.wrong")));
        }
        if (List.of("DAILY", "WORKING_DAYS").contains(rhythm) && !isTime("at")) {
            faults.add(new FieldFault("at", texts.say(locale, "connectors.time.wrong")));
        }
        var from = typed("windowFrom");
        if (!(from.isEmpty() && typed("windowTo").isEmpty())
                && !(isTime("windowFrom") && isTime("windowTo") && !from.equals(typed("windowTo")))) {
            faults.add(new FieldFault("windowFrom", texts.say(locale, "connectors.window.wrong")));
        }
        for (var field : List.of("rows", "expect")) {
            if (!typed(field).matches("[0-9]{0,7}")) {
                faults.add(new FieldFault(field, texts.say(locale, "connectors.number.wrong")));
            }
        }
        return faults;
    }

    private boolean isTime(String field) {
        try {
            LocalTime.parse(typed(field));
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}
