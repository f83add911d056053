package org.zhengtong.base.codes;

/** The check characters of the standards, each over the characters before it. */
final class CheckCharacter {
    static final String DIGITS = "0123456789";
    static final String DIGITS_AND_CAPITALS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** GB 32100-2015: no I, O, S, V, Z, because they are taken for digits or for each other. */
    static final String CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECKS = "10X98765432";

    private CheckCharacter() {}

    /** GB 32100-2015: modulus 31 over 17 characters. */
    static char ofCreditCode(String code) {
        int sum = weigh(code, CREDIT_WEIGHTS, CREDIT_CODE_ALPHABET);
        return CREDIT_CODE_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714-1997: modulus 11 over 8 characters. */
    static char ofOrganizationCode(String code) {
        int check = 11 - weigh(code, ORGANIZATION_WEIGHTS, DIGITS_AND_CAPITALS) % 11;
        return switch (check) {
            case 10 -> 'X';
            case 11 -> '0';
            default -> DIGITS.charAt(check);
        };
    }

    /** GB 11643-1999: ISO 7064 MOD 11-2 over 17 digits. */
    static char ofCitizenNumber(String code) {
        return CITIZEN_CHECKS.charAt(weigh(code, CITIZEN_WEIGHTS, DIGITS) % 11);
    }

    /** GB/T 17710: ISO 7064 MOD 37,36 over digits and capitals of any length. */
    static char ofLicenseIdentifier(String code) {
        int product = 36;
        for (int i = 0; i < code.length(); i++) {
            int sum = (product + DIGITS_AND_CAPITALS.indexOf(code.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return DIGITS_AND_CAPITALS.charAt((37 - product) % 36);
    }

    private static int weigh(String code, int[] weights, String alphabet) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * alphabet.indexOf(code.charAt(i));
        }
        return sum;
    }
}
