package org.zhengtong.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another server of the same make in this process, without rights, purpose or log: what reads a row by its key and answers it
 * as JSON, once as a handler function of Spring MVC ({@code /record}), once as a servlet with nothing around it
 * ({@code /plain}). It reads through the platform's own pool of connections.
 */
final class BareServer implements AutoCloseable {

    private final Tomcat tomcat;
    private final AnnotationConfigWebApplicationContext context;

    private BareServer(Tomcat tomcat, AnnotationConfigWebApplicationContext context) {
        this.tomcat = tomcat;
        this.context = context;
    }

    /** {@code sql} finds a row by the one parameter, its key. */
    static BareServer start(DataSource database, String sql) throws IOException, LifecycleException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("bench", "var")), "bare-");
        var rows = new Rows(JdbcClient.create(database), sql);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        var protocol = (Http11NioProtocol) tomcat.getConnector().getProtocolHandler();
        protocol.setMaxKeepAliveRequests(-1);
        protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var site = tomcat.addContext("", folder.toAbsolutePath().toString());
        var context = new AnnotationConfigWebApplicationContext();
        context.register(Web.class);
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("rows", rows));
        Tomcat.addServlet(site, "web", new DispatcherServlet(context)).setLoadOnStartup(1);
        site.addServletMappingDecoded("/", "web");
        Tomcat.addServlet(site, "plain", new Plain(rows));
        site.addServletMappingDecoded("/plain", "plain");
        tomcat.start();
        return new BareServer(tomcat, context);
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        context.close();
    }

    /** The rows of one table by key. */
    record Rows(JdbcClient jdbc, String sql) {
        Map<String, Object> find(String key) {
            var found = jdbc.sql(sql).param(key).query().listOfRows();
            return found.isEmpty() ? Map.of() : found.getFirst();
        }
    }

    /** No stereotype, or the platform's own scan would find it. */
    @EnableWebMvc
    static class Web {
        @Bean
        RouterFunction<ServerResponse> routes(Rows rows) {
            return RouterFunctions.route()
                    .GET("/record", request -> {
                        var row = rows.find(request.headers().firstHeader("Record-Key"));
                        return ServerResponse.status(row.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                                .body(row);
                    })
                    .build();
        }
    }

    static final class Plain extends HttpServlet {
        private static final long serialVersionUID = 1;
        private final transient Rows rows;

        Plain(Rows rows) {
            this.rows = rows;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var row = rows.find(request.getHeader("Record-Key"));
            var body = JsonMapper.shared().writeValueAsBytes(row);
            response.setStatus(row.isEmpty() ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_OK);
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
