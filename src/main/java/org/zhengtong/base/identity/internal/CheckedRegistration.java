package org.zhengtong.base.identity.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CodeCheck;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.MobileNumber;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CitizenAccount;
import org.zhengtong.base.identity.CitizenRegistration;
import org.zhengtong.base.identity.EnterpriseAccount;
import org.zhengtong.base.identity.EnterpriseRegistration;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.Registration;
import org.zhengtong.base.identity.RegistrationOutcome;

@Service
class CheckedRegistration implements Registration {
    private static final int LONGEST_NAME = 100;

    private final AccountOpening opening;
    private final HolderStore holders;
    private final PasswordCheck passwords;
    private final Clock clock;

    CheckedRegistration(AccountOpening opening, HolderStore holders, PasswordCheck passwords, Clock clock) {
        this.opening = opening;
        this.holders = holders;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    @Transactional
    public RegistrationOutcome register(CitizenRegistration typed) {
        var refusals = new ArrayList<FieldRefusal>();
        var name = name("name", typed.name(), refusals);
        var number = checked("number", CitizenNumber.check(typed.number(), LocalDate.now(clock)), refusals);
        var mobile = checked("mobile", MobileNumber.check(typed.mobile()), refusals);
        checkPassword(typed.password(), List.of(typed.number(), typed.mobile(), typed.name()), refusals);
        if (!refusals.isEmpty() || number.isEmpty() || mobile.isEmpty()) {
            return new RegistrationOutcome.Refused(refusals);
        }
        if (holders.findCitizen(number.get()).isPresent()) {
            return refused("number", "identity.registration.number-taken");
        }
        var opened = opening.open(
                AccountKind.CITIZEN,
                name,
                number.get().value(),
                typed.password().password());
        if (opened.isEmpty()) {
            return refused("number", "identity.registration.number-taken");
        }
        holders.save(new CitizenAccount(opened.get(), name, number.get(), mobile.get()));
        return new RegistrationOutcome.Registered(opened.get());
    }

    @Override
    @Transactional
    public RegistrationOutcome register(EnterpriseRegistration typed) {
        var refusals = new ArrayList<FieldRefusal>();
        var name = name("name", typed.name(), refusals);
        var code = checked("creditCode", CreditCode.check(typed.creditCode()), refusals);
        var representative = name("legalRepresentative", typed.legalRepresentative(), refusals);
        var mobile = checked("mobile", MobileNumber.check(typed.mobile()), refusals);
        checkPassword(typed.password(), List.of(typed.creditCode(), typed.mobile(), typed.name()), refusals);
        if (!refusals.isEmpty() || code.isEmpty() || mobile.isEmpty()) {
            return new RegistrationOutcome.Refused(refusals);
        }
        if (holders.findEnterprise(code.get()).isPresent()) {
            return refused("creditCode", "identity.registration.code-taken");
        }
        var opened = opening.open(
                AccountKind.ENTERPRISE,
                name,
                code.get().value(),
                typed.password().password());
        if (opened.isEmpty()) {
            return refused("creditCode", "identity.registration.code-taken");
        }
        holders.save(new EnterpriseAccount(opened.get(), name, code.get(), representative, mobile.get()));
        return new RegistrationOutcome.Registered(opened.get());
    }

    private static String name(String field, String typed, List<FieldRefusal> refusals) {
        var name = typed.strip();
        if (name.isEmpty()) {
            refusals.add(FieldRefusal.of(field, "identity.registration." + field + "-missing"));
        } else if (name.length() > LONGEST_NAME) {
            refusals.add(FieldRefusal.of(field, "identity.registration.too-long", LONGEST_NAME));
        }
        return name;
    }

    private static <T> Optional<T> checked(String field, CodeCheck<T> check, List<FieldRefusal> refusals) {
        if (check instanceof CodeCheck.Wrong<T>(var key, var args)) {
            refusals.add(new FieldRefusal(field, key, args));
        }
        return check.valid();
    }

    private void checkPassword(NewPassword typed, List<String> names, List<FieldRefusal> refusals) {
        refusals.addAll(passwords.refusals(
                typed,
                PasswordCheck.CITIZEN_LENGTH,
                names.stream().map(String::strip).toList()));
    }

    private static RegistrationOutcome refused(String field, String key) {
        return new RegistrationOutcome.Refused(List.of(FieldRefusal.of(field, key)));
    }
}
