package org.zhengtong.base.identity;

/** Opening an account for a citizen or an enterprise. */
public interface Registration {

    /** Opens the account of a citizen, unless something typed is wrong; all faults are told at once. */
    RegistrationOutcome register(CitizenRegistration typed);

    /** Opens the account of an enterprise, unless something typed is wrong; all faults are told at once. */
    RegistrationOutcome register(EnterpriseRegistration typed);
}
