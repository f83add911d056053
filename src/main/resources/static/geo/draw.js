// Drawing points, lines and areas on the map, their lengths and areas, and taking them away as GeoJSON.
const version = new URL(import.meta.url).search;
const { length, area } = await import("./ellipsoid.js" + version);
const EARTH = "EPSG:4326";

/** Puts drawing on the map; tells whether a drawing is going on, so that clicks then mean nothing else. */
export function drawing(map, words) {
  const drawn = new ol.source.Vector();
  const style = new ol.style.Style({
    fill: new ol.style.Fill({ color: "rgba(178,58,46,.15)" }),
    stroke: new ol.style.Stroke({ color: "#b23a2e", width: 2.5 }),
    image: new ol.style.Circle({ radius: 5, fill: new ol.style.Fill({ color: "#b23a2e" }) }),
  });
  map.addLayer(new ol.layer.Vector({ source: drawn, style, zIndex: 10 }));
  const panel = document.getElementById("geo-draw"), list = document.getElementById("geo-drawn");
  const acts = document.getElementById("geo-drawn-acts");
  let going = null, kind = "";

  const places = coordinates => coordinates.map(place => ol.proj.toLonLat(place));
  const written = (number, unit) => (number < 10 ? number.toFixed(3) : number.toFixed(1)) + " " + unit;
  const metres = m => m < 1000 ? written(m, "m") : written(m / 1000, "km");
  const squares = m => m < 100000 ? written(m, "m²") : written(m / 1e6, "km²");
  function said(geometry) {
    if (geometry.getType() === "Point") {
      return words.point + " " + places([geometry.getCoordinates()])[0].map(n => n.toFixed(6)).join(", ");
    }
    if (geometry.getType() === "LineString") return words.line + " " + metres(length(places(geometry.getCoordinates())));
    const ring = places(geometry.getCoordinates()[0]);
    return words.area + " " + words.sizes.replace("{0}", squares(area(ring))).replace("{1}", metres(length(ring)));
  }
  function tell() {
    list.replaceChildren(...drawn.getFeatures().map(feature => {
      const line = document.createElement("li");
      line.textContent = said(feature.getGeometry());
      return line;
    }));
    acts.hidden = drawn.isEmpty();
  }
  function choose(next) {
    if (going) map.removeInteraction(going);
    kind = next === kind ? "" : next;
    panel.querySelectorAll("[data-draw]").forEach(each => each.setAttribute("aria-pressed", String(each.dataset.draw === kind)));
    going = kind ? new ol.interaction.Draw({ source: drawn, type: kind, style }) : null;
    if (going) map.addInteraction(going);
  }
  function download() {
    const text = new ol.format.GeoJSON().writeFeatures(drawn.getFeatures(),
      { featureProjection: map.getView().getProjection(), dataProjection: EARTH, decimals: 7, rightHanded: true });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/geo+json" }));
    link.download = "drawn.geojson";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  panel.addEventListener("click", event => {
    const { draw, act } = event.target.dataset;
    if (draw) choose(draw);
    if (act === "undo") drawn.removeFeature(drawn.getFeatures().at(-1));
    if (act === "clear") drawn.clear();
    if (act === "export") download();
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && kind) choose(kind);
  });
  drawn.on("change", tell);
  panel.hidden = false;
  return { busy: () => kind !== "" };
}
