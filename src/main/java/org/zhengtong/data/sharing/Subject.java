package org.zhengtong.data.sharing;

import java.util.regex.Pattern;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.RegisterCode;

/** What is given (共享对象): the records of a register, or a service that is called; {@code population}, {@code service:company-check}. */
public record Subject(String value) {

    private static final String SERVICE = "service:";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    public Subject {
        var fits = value.startsWith(SERVICE)
                ? CODE.matcher(value.substring(SERVICE.length())).matches()
                : RegisterCode.fits(value);
        if (!fits) {
            throw new IllegalArgumentException("Not a subject of sharing: " + value);
        }
    }

    public static Subject of(RegisterCode register) {
        return new Subject(register.value());
    }

    public static Subject service(String code) {
        return new Subject(SERVICE + code);
    }

    public boolean isService() {
        return value.startsWith(SERVICE);
    }

    /** The register; a problem for a service, which has no records to read. */
    public RegisterCode register() {
        if (isService()) {
            throw new ProblemException(SharingProblem.NOT_THIS_WAY);
        }
        return new RegisterCode(value);
    }

    /** Code of the service; a problem for a register. */
    public String service() {
        if (!isService()) {
            throw new ProblemException(SharingProblem.NOT_THIS_WAY);
        }
        return value.substring(SERVICE.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
