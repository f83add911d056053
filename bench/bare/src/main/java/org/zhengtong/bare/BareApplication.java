package org.zhengtong.bare;

import com.zaxxer.hikari.HikariDataSource;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.base.database.PostgresServer;

/** The limit that our pages and our start are measured beside: no rooms, no security, one page. */
@SpringBootApplication
@Controller
public class BareApplication {

    private static final String ROW = "申请材料齐全、符合法定形式的，当场受理；<需要补正>的，五日内一次告知 & 说明理由。";

    private final TemplateEngine templates = engine();
    private final JdbcClient jdbc;

    BareApplication(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static TemplateEngine engine() {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, BareApplication.class.getClassLoader(), "org.zhengtong.bare.templates");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }

    @Bean(destroyMethod = "close")
    static PostgresServer postgres(@Value("${bare.data-dir:var/bare}") Path folder) {
        return PostgresServer.start(folder);
    }

    @Bean
    static HikariDataSource dataSource(PostgresServer server) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.jdbcUrl());
        pool.setUsername(server.username());
        pool.setPassword(server.password());
        return pool;
    }

    /** A page of {@code rows} rows of about 130 bytes. */
    @GetMapping("/page")
    void page(@RequestParam(defaultValue = "100") int rows, HttpServletResponse response) throws IOException {
        var output = new Utf8ByteOutput();
        List<String> texts = IntStream.range(0, rows).mapToObj(i -> ROW).toList();
        templates.render("page.jte", Map.of("rows", texts), output);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** The first page after a start, which has asked the database once. */
    @GetMapping("/")
    @ResponseBody
    String home() {
        return jdbc.sql("select version()").query(String.class).single();
    }
}
