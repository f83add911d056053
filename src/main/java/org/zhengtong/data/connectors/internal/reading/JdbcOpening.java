package org.zhengtong.data.connectors.internal.reading;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.settings.AllowedAddresses;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/**
 * Connects to a database. The address is put together from checked parts, and the driver gets no option that anybody typed: some
 * drivers have options that load code or files.
 */
final class JdbcOpening {

    private static final int CONNECT_SECONDS = 10;
    private static final Map<String, Product> PRODUCTS = Map.of(
            "POSTGRESQL", new Product("jdbc:postgresql://%s:%s/%s", 5432),
            "MYSQL", new Product("jdbc:mysql://%s:%s/%s", 3306),
            "MARIADB", new Product("jdbc:mariadb://%s:%s/%s", 3306),
            "KINGBASE", new Product("jdbc:kingbase8://%s:%s/%s", 54321),
            "DAMENG", new Product("jdbc:dm://%s:%s/%s", 5236),
            "ORACLE", new Product("jdbc:oracle:thin:@//%s:%s/%s", 1521),
            "SQLSERVER", new Product("jdbc:sqlserver://%s:%s;databaseName=%s", 1433));
    /** Beginnings of SQL states, the longest first. */
    private static final Map<String, SourceFault> STATES = Map.ofEntries(
            Map.entry("28", SourceFault.WRONG_PASSWORD),
            Map.entry("3D", SourceFault.NO_DATABASE),
            Map.entry("42P01", SourceFault.NO_TABLE),
            Map.entry("42S02", SourceFault.NO_TABLE),
            Map.entry("3F", SourceFault.NO_TABLE),
            Map.entry("42703", SourceFault.NO_COLUMN),
            Map.entry("42S22", SourceFault.NO_COLUMN),
            Map.entry("42501", SourceFault.NO_RIGHT),
            Map.entry("57014", SourceFault.STATEMENT_TOO_LONG),
            Map.entry("70100", SourceFault.STATEMENT_TOO_LONG),
            Map.entry("53", SourceFault.TOO_MANY_CONNECTIONS),
            Map.entry("57P03", SourceFault.STARTING),
            Map.entry("57", SourceFault.BROKEN_OFF),
            Map.entry("08", SourceFault.BROKEN_OFF));
    /** MySQL and MariaDB tell these apart by number only. */
    private static final Map<Integer, SourceFault> NUMBERS = Map.of(
            1044, SourceFault.NO_RIGHT,
            1045, SourceFault.WRONG_PASSWORD,
            1049, SourceFault.NO_DATABASE,
            1142, SourceFault.NO_RIGHT,
            1040, SourceFault.TOO_MANY_CONNECTIONS);

    private JdbcOpening() {}

    /** How a product's address looks. */
    private record Product(String form, int port) {}

    /** What the outside world must be like for it. */
    record Circumstances(AllowedAddresses allowed, Path drivers, Duration patience) {}

    static Connection open(Source source, String secret, Circumstances around) throws SourceException {
        var product = PRODUCTS.get(source.setting("product"));
        if (product == null) {
            throw SourceException.of(SourceFault.NO_DRIVER, source.setting("product"));
        }
        var port = source.setting("port").isEmpty() ? product.port() : Integer.parseInt(source.setting("port"));
        var host = Reaching.require(around.allowed(), source.setting("host"), port);
        var url = product.form()
                .formatted(host.indexOf(':') < 0 ? host : "[" + host + "]", port, source.setting("database"));
        try {
            var connection = Drivers.of(around.drivers(), url).connect(url, properties(source, secret, around));
            if (connection == null) {
                throw SourceException.of(SourceFault.NO_DRIVER, source.setting("product"));
            }
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            throw fault(failure, source.setting("host") + ":" + port);
        }
    }

    private static Properties properties(Source source, String secret, Circumstances around) {
        var patience = around.patience().plusSeconds(30);
        var properties = new Properties();
        properties.setProperty("user", source.setting("user"));
        properties.setProperty("password", secret);
        var encrypted = source.setting("tls").equals("ON");
        switch (source.setting("product")) {
            case "POSTGRESQL", "KINGBASE" -> {
                properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
                properties.setProperty("loginTimeout", String.valueOf(2 * CONNECT_SECONDS));
                properties.setProperty("socketTimeout", String.valueOf(patience.toSeconds()));
                properties.setProperty("ApplicationName", "zhengtong");
                properties.setProperty("sslmode", encrypted ? "verify-full" : "prefer");
                if (encrypted) {
                    properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
                }
            }
            case "MYSQL", "MARIADB" -> {
                properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS * 1000));
                properties.setProperty("socketTimeout", String.valueOf(patience.toMillis()));
                properties.setProperty("useCursorFetch", "true");
                properties.setProperty("allowLoadLocalInfile", "false");
                properties.setProperty("allowLocalInfile", "false");
                properties.setProperty("sslMode", encrypted ? "VERIFY_IDENTITY" : "PREFERRED");
                if (source.setting("product").equals("MARIADB")) {
                    properties.setProperty("sslMode", encrypted ? "verify-full" : "disable");
                }
            }
            case "SQLSERVER" -> properties.setProperty("encrypt", encrypted ? "true" : "optional");
            default -> {
                // the driver's own ways
            }
        }
        return properties;
    }

    /** What a failure means to people. */
    static SourceException fault(SQLException failure, String where) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var fault = ofNetwork(cause);
            if (fault != null) {
                return new SourceException(fault, failure, where);
            }
        }
        var byNumber = NUMBERS.get(failure.getErrorCode());
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (byNumber != null && (state.startsWith("42") || state.startsWith("28") || state.startsWith("08"))) {
            return new SourceException(byNumber, failure, where);
        }
        return STATES.entrySet().stream()
                .filter(known -> state.startsWith(known.getKey()))
                .max(java.util.Comparator.comparingInt(known -> known.getKey().length()))
                .map(known -> new SourceException(known.getValue(), failure, where))
                .orElseGet(() -> new SourceException(
                        SourceFault.STATEMENT_REFUSED, failure, String.valueOf(failure.getMessage())));
    }

    static @Nullable SourceFault ofNetwork(Throwable cause) {
        return switch (cause) {
            case UnknownHostException _ -> SourceFault.UNKNOWN_HOST;
            case ConnectException refused ->
                String.valueOf(refused.getMessage()).contains("timed out") ? SourceFault.TIMEOUT : SourceFault.REFUSED;
            case NoRouteToHostException _ -> SourceFault.UNREACHABLE;
            case SocketTimeoutException _ -> SourceFault.TIMEOUT;
            case SSLException _ -> SourceFault.TLS;
            default -> null;
        };
    }
}
