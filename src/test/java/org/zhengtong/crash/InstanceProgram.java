package org.zhengtong.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.zhengtong.app.node.ZhengtongApplication;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.ResumableUploads;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.files.UploadId;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.FilingOutcome;

/**
 * One instance of the platform as a program of its own. It says its port and does what lines of its input say: {@code file},
 * {@code withdraw <case>}, {@code store <upload>}, {@code read <file>}.
 */
public final class InstanceProgram {
    private static final FileOwner OWNER = new FileOwner("test", "two-instances");

    private final ApplicationContext platform;
    private final CaseworkFixtures fixtures;

    private InstanceProgram(ApplicationContext platform) {
        this.platform = platform;
        this.fixtures = CaseworkFixtures.of(platform);
    }

    /** Arguments are settings. */
    public static void main(String[] settings) throws IOException {
        var platform = SpringApplication.run(ZhengtongApplication.class, settings);
        var program = new InstanceProgram(platform);
        say("PORT " + platform.getEnvironment().getProperty("local.server.port"));
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                say("DONE " + program.follow(line.split(" ", -1)));
            }
        }
        platform.close();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private String follow(String[] words) {
        try {
            return switch (words[0]) {
                case "file" -> file();
                case "withdraw" -> withdraw(new CaseNumber(words[1]));
                case "store" -> store(new UploadId(UUID.fromString(words[1])));
                case "read" -> read(new FileId(UUID.fromString(words[1])));
                default -> throw new IllegalArgumentException(words[0]);
            };
        } catch (Exception failed) {
            failed.printStackTrace();
            return failed.toString();
        }
    }

    private String file() {
        var filed = platform.getBean(Cases.class).file(fixtures.draft(), fixtures.wangHaiyan());
        return ((FilingOutcome.Filed) filed).number().value();
    }

    private String withdraw(CaseNumber number) {
        return platform.getBean(Cases.class)
                .withdraw(number, "改了主意", fixtures.wangHaiyan())
                .toString();
    }

    private String store(UploadId upload) {
        var uploader = fixtures.wangHaiyan().id().toString();
        var complete = platform.getBean(ResumableUploads.class)
                .complete(upload, uploader, OWNER)
                .orElseThrow();
        var stored = platform.getBean(FileStorage.class).store(complete, FileRules.PAPERS);
        return ((StoreOutcome.Stored) stored).file().id().toString();
    }

    private String read(FileId file) throws Exception {
        var files = platform.getBean(FileStorage.class);
        var content = files.content(files.require(file, OWNER)).getContentAsByteArray();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
