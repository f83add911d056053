package org.zhengtong.service.fees.web;

import org.jspecify.annotations.Nullable;
import org.zhengtong.service.fees.Bill;

/**
 * A bill as its payer sees it.
 *
 * @param address the provider's page, once asked for
 * @param faultKey why nothing can be paid now, "" when it can
 */
public record BillPage(Bill bill, @Nullable String address, String faultKey) {}
