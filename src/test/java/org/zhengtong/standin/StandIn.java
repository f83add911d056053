package org.zhengtong.standin;

import java.lang.reflect.Proxy;
import org.springframework.context.annotation.*;
import org.zhengtong.service.casework.*;
import org.zhengtong.service.license.*;
import org.zhengtong.service.supervision.*;
import org.zhengtong.service.feedback.*;

@Configuration
public class StandIn {
    @SuppressWarnings("unchecked")
    static <T> T of(Class<T> type) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> switch (m.getName()) {
            case "toString" -> type.getName();
            case "hashCode" -> 1;
            case "equals" -> p == a[0];
            default -> throw new UnsupportedOperationException(m.toString());
        });
    }
    @Bean CaseReading standInCaseReading() { return of(CaseReading.class); }
    @Bean CaseStatistics standInCaseStatistics() { return of(CaseStatistics.class); }
    @Bean Cases standInCases() { return of(Cases.class); }
    @Bean Drafts standInDrafts() { return of(Drafts.class); }
    @Bean Inbox standInInbox() { return of(Inbox.class); }
    @Bean Procedures standInProcedures() { return of(Procedures.class); }
    @Bean Licenses standInLicenses() { return of(Licenses.class); }
    @Bean org.zhengtong.service.casework.CaseClocks standInCaseClocks() { return of(org.zhengtong.service.casework.CaseClocks.class); }
}
