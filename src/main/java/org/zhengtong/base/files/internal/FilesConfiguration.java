package org.zhengtong.base.files.internal;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Where files lie: requests with files wait on the disk of the data folder, where there is room, not in the machine's temporary folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MultipartProperties.class, FilesSettings.class})
class FilesConfiguration {
    /** Contents lie in the data folder, or in a bucket when one is named; nothing is asked of it at the start. */
    @Bean
    @Primary
    Contents contents(ContentFolder folder, FilesSettings settings, Clock clock) throws IOException {
        var bucket = settings.s3();
        return bucket == null ? folder : new S3Contents(bucket, folder.incoming(), clock);
    }

    @Bean
    MultipartConfigElement multipartConfigElement(ContentFolder folder, MultipartProperties limits) throws IOException {
        return new MultipartConfigElement(
                folder.incoming().toString(),
                limits.getMaxFileSize().toBytes(),
                limits.getMaxRequestSize().toBytes(),
                (int) limits.getFileSizeThreshold().toBytes());
    }
}
