package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateUse;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.trust.internal.register.CertificateStore;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

/** Seal certificates from before the register are entered into it when a node is upgraded. */
class RegisterUpgradeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TrustSuite.class)
    void a_seal_of_an_earlier_version_is_found_under_its_serial_number(TrustSuite suite) throws Exception {
        var database = RoomDatabase.with();
        migrate(database, "1");
        var clock = new SettableClock();
        var cabinet = TrustFixtures.cabinet(folder, suite, clock);
        var name = new org.bouncycastle.asn1.x500.X500Name("C=CN,O=济南市市场监督管理局,CN=济南市市场监督管理局");
        var seal = cabinet.authority(suite).make(name, CertificateUse.SEAL, cabinet.issuing());
        var jdbc = JdbcClient.create(database);
        jdbc.sql("""
            insert into trust.seal_certificate
              (credit_code, suite, key_number, department, certificate, wrapped_key, issued_at, expires_at)
            values ('11370100004189085T', :suite, 1, '济南市市场监督管理局', :certificate, '', now(), now() + interval '5 years')
            """)
                .param("suite", suite.name())
                .param("certificate", seal.certificate().getEncoded())
                .update();

        migrate(database, "latest");

        var serial = CertificateSerial.of(seal.certificate().getSerialNumber());
        var registered = new CertificateStore(jdbc).find(serial).orElseThrow();
        assertThat(registered.holder().kind()).isEqualTo(CertificateKind.SEAL);
        assertThat(registered.holder().reference()).isEqualTo("11370100004189085T");
        assertThat(registered.pem()).isEqualTo(Keys.pem(seal.certificate()));
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas("trust")
                .locations("classpath:db/migration/trust")
                .target(target)
                .load()
                .migrate();
    }
}
