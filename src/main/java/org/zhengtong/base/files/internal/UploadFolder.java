package org.zhengtong.base.files.internal;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests with files wait on the disk of the data folder, where there is room, not in the machine's temporary folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MultipartProperties.class, FilesSettings.class})
class UploadFolder {
    @Bean
    MultipartConfigElement multipartConfigElement(ContentFolder folder, MultipartProperties limits) throws IOException {
        return new MultipartConfigElement(
                folder.incoming().toString(),
                limits.getMaxFileSize().toBytes(),
                limits.getMaxRequestSize().toBytes(),
                (int) limits.getFileSizeThreshold().toBytes());
    }
}
