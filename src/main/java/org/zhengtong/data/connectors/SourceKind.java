package org.zhengtong.data.connectors;

import java.util.List;
import java.util.regex.Pattern;

/** What kind of system a source is, with what has to be known of it and of a contract with it. */
public enum SourceKind {
    JDBC(
            List.of(
                    Field.choice(
                            "product", "POSTGRESQL", "MYSQL", "MARIADB", "KINGBASE", "DAMENG", "ORACLE", "SQLSERVER"),
                    Field.required("host", Forms.HOST),
                    Field.optional("port", Forms.PORT),
                    Field.required("database", Forms.DATABASE),
                    Field.required("user", Forms.LINE),
                    Field.choice("tls", "OFF", "ON")),
            List.of(
                    Field.required("table", Forms.TABLE),
                    Field.choice("mode", "WHOLE", "CHANGED", "KEYS"),
                    Field.required("key", Forms.COLUMN),
                    Field.optional("change", Forms.COLUMN),
                    Field.optional("lookback", Forms.NUMBER)),
            true),
    FOLDER(List.of(Field.required("folder", Forms.FOLDER)), Forms.FILES, false),
    SFTP(
            List.of(
                    Field.required("host", Forms.HOST),
                    Field.optional("port", Forms.PORT),
                    Field.required("user", Forms.LINE),
                    Field.choice("auth", "PASSWORD", "KEY"),
                    Field.required("directory", Forms.DIRECTORY)),
            Forms.FILES,
            true),
    HTTP(
            List.of(
                    Field.required("url", Forms.URL),
                    Field.choice("auth", "NONE", "BASIC", "BEARER"),
                    Field.optional("user", Forms.LINE)),
            List.of(
                    Field.optional("path", Forms.PATH),
                    Field.optional("records", Forms.POINTER),
                    Field.choice("paging", "NONE", "PAGE", "OFFSET", "NEXT"),
                    Field.optional("pageParam", Forms.PARAM),
                    Field.optional("sizeParam", Forms.PARAM),
                    Field.optional("size", Forms.NUMBER),
                    Field.optional("first", Forms.NUMBER),
                    Field.optional("next", Forms.POINTER),
                    Field.optional("sinceParam", Forms.PARAM)),
            true),
    PUSH(List.of(), List.of(), false);

    private final List<Field> fields;
    private final List<Field> reading;
    private final boolean secret;

    SourceKind(List<Field> fields, List<Field> reading, boolean secret) {
        this.fields = List.copyOf(fields);
        this.reading = List.copyOf(reading);
        this.secret = secret;
    }

    /** What has to be known of the system. */
    public List<Field> fields() {
        return fields;
    }

    /** What has to be known of how a contract reads from it. */
    public List<Field> reading() {
        return reading;
    }

    /** Whether a private key may stand for the password, and the other side shows a key that a person has to confirm. */
    public boolean hasKeys() {
        return this == SFTP;
    }

    /** Whether it is entered with a password or a token. */
    public boolean hasSecret() {
        return secret;
    }

    /**
     * One thing to know.
     *
     * @param choices what may be chosen; empty for a text
     */
    public record Field(String name, boolean required, Pattern form, List<String> choices) {
        public Field {
            choices = List.copyOf(choices);
        }

        static Field required(String name, String form) {
            return new Field(name, true, Pattern.compile(form), List.of());
        }

        static Field optional(String name, String form) {
            return new Field(name, false, Pattern.compile(form), List.of());
        }

        static Field choice(String name, String... choices) {
            return new Field(name, true, Pattern.compile(String.join("|", choices)), List.of(choices));
        }

        /** Whether this may be written there. */
        public boolean fits(String value) {
            return value.isEmpty() ? !required : form.matcher(value).matches();
        }
    }

    /** How values look; nothing in them can become another option of a driver's address. */
    private static final class Forms {
        static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[?[0-9a-fA-F:]{2,39}]?";
        static final String PORT = "[1-9][0-9]{0,4}";
        static final String DATABASE = "[\\p{L}\\p{N}_$-]{1,63}";
        static final String LINE = "[^\\p{Cntrl}]{1,128}";
        static final String COLUMN = "[\\p{L}_][\\p{L}\\p{N}_$#]{0,62}";
        static final String TABLE = "(" + COLUMN + "\\.)?" + COLUMN;
        static final String NUMBER = "[0-9]{1,9}";
        static final String FOLDER = "[\\p{L}\\p{N}_-]{1,64}(/[\\p{L}\\p{N}_-]{1,64}){0,5}";
        static final String DIRECTORY = "/?[^/\\\\\\p{Cntrl}]{1,100}(/[^/\\\\\\p{Cntrl}]{1,100}){0,10}|/";
        static final String GLOB = "[\\p{L}\\p{N}._*?-]{1,80}";
        static final String URL = "https?://[^\\s/?#@]{1,255}(/[^\\s?#]{0,500})?";
        static final String PATH = "[^\\s#]{1,500}";
        static final String POINTER = "(/[^/]{1,80}){1,8}";
        static final String PARAM = "[A-Za-z0-9_.\\[\\]-]{1,60}";
        static final List<Field> FILES = List.of(Field.required("files", GLOB), Field.optional("records", POINTER));

        private Forms() {}
    }
}
