package org.zhengtong.base.geo.web;

import org.springframework.web.util.HtmlUtils;
import org.zhengtong.base.geo.LayerDrawing.Picture;
import org.zhengtong.base.geo.ShapeKind;

/** A picture as an SVG file that needs nothing else: for pages without JavaScript and for printing. */
final class SvgPicture {

    private static final String LAND = "#eef3f4";
    private static final String BORDER = "#4d7480";
    private static final String MARKED = "#f3d9a4";

    private SvgPicture() {}

    static String written(Picture picture) {
        var text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(picture.width())
                .append(' ')
                .append(picture.height())
                .append("\" width=\"")
                .append(picture.width())
                .append("\" height=\"")
                .append(picture.height())
                .append("\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><g stroke=\"")
                .append(BORDER)
                .append("\" stroke-width=\"1\" stroke-linejoin=\"round\" fill-rule=\"evenodd\">\n");
        picture.shapes().forEach(shape -> append(text, shape));
        return text.append("</g></svg>\n").toString();
    }

    private static void append(StringBuilder text, Picture.Shape shape) {
        text.append("<path fill=\"")
                .append(fill(shape))
                .append(shape.marked() ? "\" stroke-width=\"2.5" : "")
                .append("\" d=\"")
                .append(shape.path())
                .append("\"><title>")
                .append(HtmlUtils.htmlEscape(printable(shape.name()), "UTF-8"))
                .append("</title></path>\n");
    }

    /** XML has no place for control characters. */
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}|[\\uFFFE\\uFFFF]", " ");
    }

    private static String fill(Picture.Shape shape) {
        if (shape.kind() == ShapeKind.LINE) {
            return "none";
        }
        if (shape.marked()) {
            return MARKED;
        }
        return shape.kind() == ShapeKind.POINT ? BORDER : LAND;
    }
}
