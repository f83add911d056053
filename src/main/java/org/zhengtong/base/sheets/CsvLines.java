package org.zhengtong.base.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV in UTF-8, or in GB18030 as spreadsheets of Chinese Windows write it; anything else is refused. */
final class CsvLines {
    private static final String DISARMED_STARTS = "=+-@\t\r\n";

    private CsvLines() {}

    static SheetLines read(byte[] content, int most) throws UnreadableSheet {
        var encoding = encoding(content);
        var text = decode(content, encoding);
        var lines = new ArrayList<SheetLines.Line>();
        try (var csv = CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text)) {
            for (var csvRecord : csv) {
                var line = new SheetLines.Line(
                        Math.toIntExact(csvRecord.getStartingLineNumber()),
                        csvRecord.getFields().stream().map(CsvLines::armed).toList());
                if (!line.isBlank()) {
                    lines.add(line);
                }
                if (lines.size() > most + 1) {
                    throw new UnreadableSheet("sheets.too-many-rows", most);
                }
            }
        } catch (CsvParseException broken) {
            throw new UnreadableSheet("sheets.broken-csv");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new SheetLines(encoding.name(), lines);
    }

    private static Charset encoding(byte[] content) throws UnreadableSheet {
        if (startsWith(content, 0xff, 0xfe) || startsWith(content, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16;
        }
        for (var sign : content) {
            if (sign == 0) {
                throw new UnreadableSheet("sheets.not-a-table");
            }
        }
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            if (fits(content, charset)) {
                return charset;
            }
        }
        throw new UnreadableSheet("sheets.unknown-encoding");
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length > 1 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }

    private static boolean fits(byte[] content, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static String decode(byte[] content, Charset charset) {
        var text = new String(content, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static char separator(String text) {
        var head = text.lines().findFirst().orElse("");
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (head.chars().filter(sign -> sign == candidate).count()
                    > head.chars().filter(sign -> sign == ',').count()) {
                best = candidate;
            }
        }
        return best;
    }

    /** Takes the apostrophe away again that our own export puts before what a spreadsheet would take for a formula. */
    static String armed(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && DISARMED_STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
