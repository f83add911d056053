package org.zhengtong.base.files.internal;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a scanner for viruses is, how much a stranger's file may cost, and where contents lie.
 *
 * @param clamd host and port of clamd, such as {@code 127.0.0.1:3310}; without it files are marked unchecked
 * @param s3 a store that speaks S3; without it contents lie in the data folder
 */
@ConfigurationProperties("zhengtong.files")
public record FilesSettings(
        @Nullable String clamd,
        @DefaultValue Guard guard,
        @Nullable S3 s3) {

    /**
     * Limits of the guarded process that reads and draws files.
     *
     * @param limit longest time for one file, its start included
     */
    public record Guard(
            @DefaultValue("20s") Duration limit,
            @DefaultValue("256") int megabytes) {}

    /**
     * A bucket of a store that speaks S3, addressed by path.
     *
     * @param prefix what the keys begin with, such as {@code zhengtong/}
     */
    public record S3(
            URI endpoint,
            String bucket,
            @DefaultValue("us-east-1") String region,
            String accessKey,
            String secretKey,
            @DefaultValue("") String prefix) {
        @Override
        public String toString() {
            return "S3[" + endpoint + "/" + bucket + "/" + prefix + "]";
        }
    }
}
