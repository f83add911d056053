package org.zhengtong.base.print.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.zhengtong.base.packed.Packing;

/** Writes the files of a fixed-layout document (GB/T 33190-2016 section 7): entrance, document, typefaces, pages. */
public final class OfdWriting {

    private static final String FOLDER = "Doc_0/";

    private final PDDocument document;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Integer> faceNumbers = new HashMap<>();
    private int lastNumber;

    private OfdWriting(PDDocument document) {
        this.document = document;
    }

    /** A PDF of this room in OFD. */
    public static byte[] write(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new OfdWriting(document).write(identity(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document's identifier: 32 hexadecimal digits that follow from the sheet. */
    private static String identity(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] write(String identity) throws IOException, XMLStreamException {
        files.put("OFD.xml", entrance(identity));
        var pages = new ArrayList<List<OfdGraphic>>();
        try (var faces = new OfdFaces()) {
            for (var page : document.getPages()) {
                pages.add(OfdPage.read(page, faces));
            }
            var subsets = faces.subsets();
            subsets.keySet().forEach(face -> faceNumbers.put(face, ++lastNumber));
            var pageNumbers = pages.stream().map(page -> ++lastNumber).toList();
            var contents = contents(pages);
            files.put(FOLDER + "Document.xml", documentFile(pageNumbers));
            files.put(FOLDER + "PublicRes.xml", typefaces(subsets));
            subsets.forEach((face, file) -> files.put(FOLDER + "Res/" + face + ".ttf", file));
            files.putAll(contents);
        }
        return Packing.of(files);
    }

    private byte[] entrance(String identity) throws XMLStreamException {
        var about = document.getDocumentInformation();
        var xml = new OfdXml();
        return xml.root(
                "OFD",
                OfdXml.with("Version", "1.0", "DocType", "OFD"),
                () -> xml.element("DocBody", () -> {
                    xml.element("DocInfo", () -> {
                        xml.text("DocID", identity);
                        xml.text("Title", orEmpty(about.getTitle()));
                        if (about.getSubject() != null) {
                            xml.text("Subject", about.getSubject());
                        }
                        if (about.getCreationDate() != null) {
                            var day = about.getCreationDate()
                                    .toInstant()
                                    .atZone(ZoneId.of("Asia/Shanghai"))
                                    .toLocalDate();
                            xml.text("CreationDate", day.toString());
                        }
                        xml.text("Creator", orEmpty(about.getCreator()));
                    });
                    xml.text("DocRoot", FOLDER + "Document.xml");
                }));
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private byte[] documentFile(List<Integer> pages) throws XMLStreamException {
        var xml = new OfdXml();
        return xml.root("Document", Map.of(), () -> {
            xml.element("CommonData", () -> {
                xml.text("MaxUnitID", String.valueOf(lastNumber));
                xml.element("PageArea", () -> xml.text("PhysicalBox", box(0)));
                xml.text("PublicRes", "PublicRes.xml");
            });
            xml.element("Pages", () -> {
                for (var index = 0; index < pages.size(); index++) {
                    xml.empty(
                            "Page",
                            OfdXml.with(
                                    "ID",
                                    String.valueOf(pages.get(index)),
                                    "BaseLoc",
                                    "Pages/Page_" + index + "/Content.xml"));
                }
            });
        });
    }

    private byte[] typefaces(Map<String, byte[]> subsets) throws XMLStreamException {
        var xml = new OfdXml();
        return xml.root(
                "Res",
                Map.of("BaseLoc", "Res"),
                () -> xml.element("Fonts", () -> {
                    for (var face : subsets.keySet()) {
                        var attributes = OfdXml.with(
                                "ID",
                                String.valueOf(faceNumbers.get(face)),
                                "FontName",
                                face,
                                "FamilyName",
                                "Noto Serif SC");
                        if (face.endsWith("Bold")) {
                            attributes.put("Bold", "true");
                        }
                        xml.element("Font", attributes, () -> xml.text("FontFile", face + ".ttf"));
                    }
                }));
    }

    private Map<String, byte[]> contents(List<List<OfdGraphic>> pages) throws XMLStreamException {
        var contents = new LinkedHashMap<String, byte[]>();
        for (var index = 0; index < pages.size(); index++) {
            contents.put(FOLDER + "Pages/Page_" + index + "/Content.xml", content(box(index), pages.get(index)));
        }
        return contents;
    }

    private byte[] content(String box, List<OfdGraphic> graphics) throws XMLStreamException {
        var xml = new OfdXml();
        var layer = String.valueOf(++lastNumber);
        return xml.root("Page", Map.of(), () -> {
            xml.element("Area", () -> xml.text("PhysicalBox", box));
            xml.element(
                    "Content",
                    () -> xml.element("Layer", OfdXml.with("ID", layer, "Type", "Body"), () -> {
                        for (var graphic : graphics) {
                            switch (graphic) {
                                case OfdGraphic.Path path -> path(xml, box, path);
                                case OfdGraphic.Text text -> text(xml, box, text);
                            }
                        }
                    }));
        });
    }

    private Map<String, String> object(String box) {
        return OfdXml.with("ID", String.valueOf(++lastNumber), "Boundary", box);
    }

    private void path(OfdXml xml, String box, OfdGraphic.Path path) throws XMLStreamException {
        var attributes = object(box);
        if (path.stroke().isEmpty()) {
            attributes.put("Stroke", "false");
        } else {
            attributes.put("LineWidth", OfdNumber.of(path.lineWidth()));
        }
        if (!path.fill().isEmpty()) {
            attributes.put("Fill", "true");
            attributes.put("Rule", path.evenOdd() ? "Even-Odd" : "NonZero");
        }
        xml.element("PathObject", attributes, () -> {
            if (!path.stroke().isEmpty()) {
                xml.empty("StrokeColor", Map.of("Value", path.stroke()));
            }
            if (!path.fill().isEmpty()) {
                xml.empty("FillColor", Map.of("Value", path.fill()));
            }
            xml.text("AbbreviatedData", path.data());
        });
    }

    private void text(OfdXml xml, String box, OfdGraphic.Text text) throws XMLStreamException {
        var turned = !text.matrix().isEmpty();
        var attributes = object(box);
        attributes.put("Font", String.valueOf(faceNumbers.get(text.face())));
        attributes.put("Size", OfdNumber.of(text.size()));
        if (turned) {
            attributes.put("CTM", joined(text.matrix()) + " " + joined(List.of(text.x(), text.y())));
        }
        var place = OfdXml.with("X", turned ? "0" : OfdNumber.of(text.x()), "Y", turned ? "0" : OfdNumber.of(text.y()));
        if (!text.steps().isEmpty()) {
            place.put("DeltaX", joined(text.steps()));
        }
        xml.element("TextObject", attributes, () -> {
            xml.empty("FillColor", Map.of("Value", text.color()));
            xml.text("TextCode", place, text.characters());
        });
    }

    private static String joined(List<Double> numbers) {
        return String.join(" ", numbers.stream().map(OfdNumber::of).toList());
    }

    private String box(int page) {
        PDRectangle size = document.getPage(page).getMediaBox();
        return "0 0 " + OfdNumber.of(size.getWidth() * 25.4 / 72) + " " + OfdNumber.of(size.getHeight() * 25.4 / 72);
    }
}
