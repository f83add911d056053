package org.zhengtong.service.license.internal;

import java.security.SecureRandom;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.codes.OrganizationCode;

/** New numbers: identifiers of licences (GB/T 36902) and credit codes of new enterprises (GB 32100). */
@Component
class LicenseNumbers {

    /** Without letters that credit codes leave out because they look like digits. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_CHARACTERS = 5;

    private final LicenseStore licenses;

    LicenseNumbers(LicenseStore licenses) {
        this.licenses = licenses;
    }

    /** Year, a running number, and five random characters, so that nobody can count through other people's licences. */
    LicenseIdentifier nextIdentifier(String typeCode, CreditCode issuer, LocalDate on) {
        var serial = new StringBuilder("%d%07d".formatted(on.getYear(), licenses.nextSerial()));
        for (var place = 0; place < RANDOM_CHARACTERS; place++) {
            serial.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
        }
        return LicenseIdentifier.of(typeCode, issuer, serial.toString());
    }

    /** The code of an enterprise registered in a county, from the block of organization codes that begins with MA. */
    CreditCode nextCreditCode(DivisionCode county) {
        var number = licenses.nextOrganizationNumber();
        var digits = new StringBuilder();
        for (var place = 0; place < 6; place++) {
            digits.insert(0, CHARACTERS.charAt((int) (number % CHARACTERS.length())));
            number /= CHARACTERS.length();
        }
        return CreditCode.ofEnterprise(county, OrganizationCode.of("MA" + digits));
    }
}
