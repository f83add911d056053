package org.zhengtong.base.geo;

/** The colour in which a layer is drawn; each is dark enough for lines on a white map. */
public enum LayerStyle {
    TEAL("#3f6975", "rgba(63,105,117,.06)"),
    BLUE("#1f5fa8", "rgba(31,95,168,.08)"),
    AMBER("#8a5a00", "rgba(216,158,43,.14)"),
    RED("#a1322b", "rgba(161,50,43,.08)"),
    GREY("#55606b", "rgba(85,96,107,.08)");

    private final String line;
    private final String fill;

    LayerStyle(String line, String fill) {
        this.line = line;
        this.fill = fill;
    }

    /** Colour of borders, lines and points. */
    public String line() {
        return line;
    }

    /** Colour of areas. */
    public String fill() {
        return fill;
    }
}
