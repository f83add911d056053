package org.zhengtong.base.establishment;

import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.OrganizationCode;

/** Made-up departments for tests: codes with valid check characters that belong to nobody. */
public final class OrganizationFixtures {

    private OrganizationFixtures() {}

    /** A credit code with this serial number. */
    public static String creditCode(int serial) {
        return CreditCode.ofEnterprise(new DivisionCode("370200"), OrganizationCode.of("T%07d".formatted(serial)))
                .value();
    }

    /** A line of a departments' file. */
    public static String department(String id, String name, String parent, int serial) {
        return String.join(",", id, name, name, "AGENCY", parent, creditCode(serial), "", "", "", "") + "\n";
    }
}
