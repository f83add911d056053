package org.zhengtong.app.hall.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** The demonstration shows a case at each point of its way; what the pack's script says can be done. */
@PlatformTest
class DemoCasesTest {

    @Autowired
    private CaseScript script;

    @Autowired
    private DemoCast cast;

    @Autowired
    private Packs packs;

    @Autowired
    private CaseReading reading;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void it_is_monday() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void each_case_stands_where_its_script_leaves_it() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(DemoCases.cases(packs.open("shandong")))
                    .extracting(one -> reading.requireFile(script.play(one, cast)))
                    .extracting(CaseFile::itemName, CaseFile::state)
                    .containsExactly(
                            tuple("新生儿出生一件事", CaseState.ACCEPTED),
                            tuple("居民身份证丢失补领", CaseState.GRANTED),
                            tuple("企业设立登记", CaseState.ACCEPTED),
                            tuple("建设项目环境影响报告表审批", CaseState.ACCEPTED),
                            tuple("娱乐场所设立审批", CaseState.SUSPENDED),
                            tuple("公民身后一件事", CaseState.FILED));
        });
    }
}
