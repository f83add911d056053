package org.zhengtong.base.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes accounts for tests. */
@Component
public class IdentityFixtures {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Opens accounts without the way that leads to them. */
    public interface OpenedAccounts {

        /** Opens one. */
        AccountId open(AccountKind kind, String name, String signInName, String password);
    }

    private final Registration registration;
    private final Accounts accounts;
    private final OpenedAccounts opening;
    private final JdbcClient jdbc;

    IdentityFixtures(Registration registration, Accounts accounts, OpenedAccounts opening, JdbcClient jdbc) {
        this.registration = registration;
        this.accounts = accounts;
        this.opening = opening;
        this.jdbc = jdbc;
    }

    /** A citizen with an account. */
    public AccountId citizen(String name, String number, String password) {
        var outcome = registration.register(
                new CitizenRegistration(name, number, "13800000000", new NewPassword(password, password)));
        if (outcome instanceof RegistrationOutcome.Registered(var account)) {
            return account;
        }
        throw new AssertionError(outcome);
    }

    /** An enterprise with an account. */
    public AccountId enterprise(String name, String code, String legalRepresentative, String password) {
        var outcome = registration.register(new EnterpriseRegistration(
                name, code, legalRepresentative, "13900000000", new NewPassword(password, password)));
        if (outcome instanceof RegistrationOutcome.Registered(var account)) {
            return account;
        }
        throw new AssertionError(outcome);
    }

    /** A credit code that nobody has: its two check characters are tried. */
    public String freshCreditCode() {
        var body = "91370100TXT%05d".formatted(COUNT.getAndIncrement());
        var letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        return letters.chars()
                .mapToObj(first -> letters.chars().mapToObj(last -> body + (char) first + (char) last))
                .flatMap(each -> each)
                .filter(code ->
                        org.zhengtong.base.codes.CreditCode.check(code).valid().isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** A number that nobody has: valid in form, with a sequence kept for people over a hundred. */
    public String freshCitizenNumber() {
        var day = 1 + COUNT.getAndIncrement();
        var body = "370102%d%02d%02d998".formatted(1950 + day / 300, 1 + day / 25 % 12, 1 + day % 25);
        var sum = 0;
        for (var place = 0; place < WEIGHTS.length; place++) {
            sum += (body.charAt(place) - '0') * WEIGHTS[place];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** Somebody failed at another address. */
    public void failedElsewhere(String address, String name, Instant at) {
        jdbc.sql("""
                insert into identity.address_attempt (address, name_digest, failures, last_at)
                values (:address, :name, 1, :at)
                """)
                .param("address", address)
                .param("name", name.getBytes(StandardCharsets.UTF_8))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nobody failed anywhere. */
    public void forgetFailures() {
        jdbc.sql("delete from identity.address_attempt").update();
        jdbc.sql("delete from identity.address_pause").update();
    }

    /** Sets who must have a second factor, whoever may. */
    public void setRule(SecondFactorRule rule) {
        jdbc.sql("update identity.sign_in_policy set second_factor = :rule")
                .param("rule", rule.name())
                .update();
    }

    /** Gives an account an authenticator that nobody holds. */
    public void setUpAuthenticator(AccountId account) {
        jdbc.sql("""
                insert into identity.authenticator (account_id, secret_cipher, last_step, set_at)
                values (:account, :cipher, 0, now())
                """)
                .param("account", account.value())
                .param("cipher", new byte[40])
                .update();
    }

    /** The name of a member of staff. */
    public String staffName(String id) {
        return jdbc.sql("select name from identity.account where staff_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** An account of staff that is bound to nobody in the organization. */
    public AccountId staffAccount(String name, String signInName, String password) {
        return opening.open(AccountKind.STAFF, name, signInName, password);
    }

    /** All tables of this room as text. */
    public String everythingStored() {
        return jdbc.sql("""
                        select table_name
                        from information_schema.tables
                        where table_schema = 'identity'
                        """).query(String.class).list().stream()
                .flatMap(table ->
                        jdbc.sql("select t::text from identity." + table + " t").query(String.class).list().stream())
                .collect(Collectors.joining("\n"));
    }

    /** The front door, for checks. */
    public Accounts accounts() {
        return accounts;
    }
}
