package org.zhengtong.base.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One connection pool on the embedded server, or on the one named by {@code zhengtong.database.url}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    OpenDatabase openDatabase(DatabaseSettings settings, ObjectProvider<EarlyOpening> early) {
        var begun = early.getIfAvailable();
        return begun == null ? OpenDatabase.open(settings) : begun.take();
    }

    @Bean
    HikariDataSource dataSource(OpenDatabase database) {
        return database.connections();
    }
}
