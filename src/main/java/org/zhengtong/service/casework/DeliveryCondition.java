package org.zhengtong.service.casework;

/**
 * Says that the result of a granted case must not be handed over yet, such as before its fee is paid. Declare it as a bean;
 * without one, results are handed over as soon as they are made.
 */
public interface DeliveryCondition {

    /** Whether something stands in the way now. Asked inside the transaction that would deliver. */
    boolean holdsBack(CaseNumber number);
}
