package org.zhengtong.base.trust.internal.ofd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.zhengtong.base.packed.PackedFile;
import org.zhengtong.base.packed.PackedXml;
import org.zhengtong.base.packed.Packing;
import org.zhengtong.base.trust.SealPlace;

/** Lays a seal into an OFD container of our own (GB/T 33190-2016 section 18): list, description, seal and value. */
public final class SealedContainer {

    /** Where a description of a first signature lies. */
    public static final String DESCRIPTION = "Doc_0/Signs/Sign_0/Signature.xml";

    private static final String LIST = "Doc_0/Signs/Signatures.xml";
    private static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    private static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    private static final String BODY_END = "</ofd:DocBody>";
    private static final String OPENING =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:%s xmlns:ofd=\"http://www.ofdspec.org/2016\">";
    private static final PackedFile.Limits LIMITS = new PackedFile.Limits(3_000, 120L * 1024 * 1024);
    private static final double MM = 25.4 / 72;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, byte[]> files;
    private final Page page;

    /** A page's number in the document and its height in millimetres. */
    private record Page(String id, double height) {}

    private SealedContainer(Map<String, byte[]> files, Page page) {
        this.files = files;
        this.page = page;
    }

    /** Opens a container that bears no seal yet; throws when it is no OFD file, or has no such page. */
    public static SealedContainer open(byte[] ofd, int page) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var packed = PackedFile.open(ofd, LIMITS)) {
            for (var name : packed.names()) {
                if (name.chars().anyMatch(character -> "<>&\"".indexOf(character) >= 0)) {
                    throw new IOException("A name that is no name: " + name);
                }
                files.put(name, packed.content(name));
            }
        }
        var entrance = text(files, OfdFile.ENTRANCE);
        if (files.containsKey(LIST) || entrance.split(BODY_END, -1).length != 2) {
            throw new IOException("Not an OFD file without a seal");
        }
        return new SealedContainer(files, page(files, page));
    }

    private static String text(Map<String, byte[]> files, String name) throws IOException {
        var content = files.get(name);
        if (content == null) {
            throw new IOException("No file " + name);
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Page page(Map<String, byte[]> files, int number) throws IOException {
        var root = PackedXml.tree(text(files, OfdFile.ENTRANCE).getBytes(StandardCharsets.UTF_8))
                .child("DocBody")
                .map(body -> body.textOf("DocRoot"))
                .flatMap(location -> OfdFile.resolve(OfdFile.ENTRANCE, location))
                .orElse("");
        var pages = PackedXml.tree(text(files, root).getBytes(StandardCharsets.UTF_8))
                .child("Pages")
                .map(list -> list.children("Page"))
                .orElseThrow(() -> new IOException("No pages"));
        if (number < 1 || number > pages.size()) {
            throw new IOException("No page " + number);
        }
        var page = pages.get(number - 1);
        var content = OfdFile.resolve(root, page.attribute("BaseLoc")).orElse("");
        return new Page(page.attribute("ID"), height(text(files, content)));
    }

    /** The box stands before the content, which may be large; so the text is looked at, not the whole tree. */
    private static double height(String content) throws IOException {
        var box = Optional.of(content.indexOf("PhysicalBox>"))
                .filter(at -> at >= 0)
                .map(at -> content.substring(at + 12, content.indexOf('<', at))
                        .strip()
                        .split("\\s+"))
                .filter(parts -> parts.length == 4)
                .orElseThrow(() -> new IOException("A page without a box"));
        return Double.parseDouble(box[3]);
    }

    /**
     * Lays the seal in and describes what is covered: every file but description and value.
     *
     * @param place the seal's centre
     * @param millimetres width and height of the seal's picture
     * @return the description, which is what is signed
     */
    public byte[] describe(byte[] seal, SealPlace place, int millimetres, Instant at, UnaryOperator<byte[]> digest)
            throws IOException {
        var entrance = text(files, OfdFile.ENTRANCE);
        files.put(
                OfdFile.ENTRANCE,
                bytes(entrance.replace(BODY_END, "<ofd:Signatures>/" + LIST + "</ofd:Signatures>" + BODY_END)));
        files.put(
                LIST,
                bytes(OPENING.formatted("Signatures")
                        + "<ofd:MaxSignId>1</ofd:MaxSignId><ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"/"
                        + DESCRIPTION
                        + "\"/></ofd:Signatures>"));
        files.put(SEAL, seal);
        var references = new ArrayList<String>();
        files.forEach((name, content) -> references.add("<ofd:Reference FileRef=\"/" + name + "\"><ofd:CheckValue>"
                + Base64.getEncoder().encodeToString(digest.apply(content)) + "</ofd:CheckValue></ofd:Reference>"));
        var description = bytes(OPENING.formatted("Signature") + "<ofd:SignedInfo>"
                + "<ofd:Provider ProviderName=\"Zhengtong\" Version=\"1.0\" Company=\"Zhengtong\"/>"
                + "<ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod>"
                + "<ofd:SignatureDateTime>" + TIME.format(at) + "</ofd:SignatureDateTime>"
                + "<ofd:References CheckMethod=\"1.2.156.10197.1.401\">" + String.join("", references)
                + "</ofd:References>"
                + "<ofd:StampAnnot ID=\"1\" PageRef=\"" + page.id() + "\" Boundary=\"" + boundary(place, millimetres)
                + "\"/><ofd:Seal><ofd:BaseLoc>/" + SEAL + "</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>"
                + "<ofd:SignedValue>/" + VALUE + "</ofd:SignedValue></ofd:Signature>");
        files.put(DESCRIPTION, description);
        return description;
    }

    private String boundary(SealPlace place, int millimetres) {
        return String.format(
                Locale.ROOT,
                "%.2f %.2f %d %d",
                place.x() * MM - millimetres / 2.0,
                page.height() - place.y() * MM - millimetres / 2.0,
                millimetres,
                millimetres);
    }

    /** The container with the signature's value in it. */
    public byte[] finish(byte[] value) {
        files.put(VALUE, value);
        return Packing.of(files);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
