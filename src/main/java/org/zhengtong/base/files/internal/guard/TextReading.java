package org.zhengtong.base.files.internal.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.csv.TextAndCSVParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.SecureContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** The words of a file, up to a limit; what is packed inside it (attachments, pictures) stays closed. */
final class TextReading {
    private TextReading() {}

    static byte[] read(Path file, String mediaType, int most) throws IOException, SAXException, TikaException {
        var text = mediaType.equals("application/ofd")
                ? OfdText.read(file, most)
                : parse(parser(mediaType), file, mediaType, most);
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\s]+", " ").strip().getBytes(StandardCharsets.UTF_8);
    }

    private static Parser parser(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> new PDFParser();
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> new OOXMLParser();
            case "text/plain", "text/csv" -> new TextAndCSVParser();
            default -> throw new IllegalArgumentException("No words in " + mediaType);
        };
    }

    private static String parse(Parser parser, Path file, String mediaType, int most)
            throws IOException, SAXException, TikaException {
        var words = new WriteOutContentHandler(most);
        try (var content = TikaInputStream.get(file)) {
            var metadata = new Metadata();
            metadata.set(Metadata.CONTENT_TYPE, mediaType);
            parser.parse(
                    content, new SecureContentHandler(new BodyContentHandler(words), content), metadata, context());
        } catch (SAXException stopped) {
            if (!WriteLimitReachedException.isWriteLimitReached(stopped)) {
                throw stopped;
            }
        }
        return words.toString();
    }

    private static ParseContext context() {
        var context = new ParseContext();
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        context.set(PDFParserConfig.class, pdf);
        var office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setExtractMacros(false);
        context.set(OfficeParserConfig.class, office);
        context.set(EmbeddedDocumentExtractor.class, new Closed());
        return context;
    }

    /** Opens nothing that is packed inside. */
    private static final class Closed implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream content, ContentHandler handler, Metadata metadata, boolean html) {
            // nothing is asked for, so nothing comes
        }
    }
}
