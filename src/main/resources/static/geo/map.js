// The map: layers as vector tiles of this node, coordinates under the pointer, the division of a place.
const box = document.getElementById("geo-map");
const words = box.dataset;
const { drawing } = await import("./draw.js" + new URL(import.meta.url).search);
const pointer = document.getElementById("geo-pointer"), answer = document.getElementById("geo-place");
const COUNTY_FROM = 700, CITY_NAMES_FROM = 3000, COUNTY_NAMES_FROM = 250;
const ink = "#17343d", chosenLand = "rgba(216,158,43,.28)";

const level = code => /^\d{2}0000$/.test(code) ? 1 : /^\d{4}00$/.test(code) ? 2 : /^\d{6}$/.test(code) ? 3 : 0;
const shape = (width, fill, color) => new ol.style.Style({
  stroke: new ol.style.Stroke({ color, width }), fill: fill && new ol.style.Fill({ color: fill }),
  image: new ol.style.Circle({ radius: 4, fill: new ol.style.Fill({ color }), stroke: new ol.style.Stroke({ color: "#fff", width: 1 }) }),
});
const shapesIn = (line, fill) => [shape(1.5, fill, line), shape(2.5, null, line), shape(1.4, fill, line), shape(0.7, null, line)];
const chosenShape = shape(2.5, chosenLand, "#8a5a00");
function name(feature, size, weight) {
  return new ol.style.Style({ text: new ol.style.Text({ text: feature.get("name"), font: `${weight} ${size}px sans-serif`,
    fill: new ol.style.Fill({ color: ink }), stroke: new ol.style.Stroke({ color: "rgba(255,255,255,.9)", width: 3 }) }) });
}
const style = shapes => (feature, resolution) => {
  const code = String(feature.get("code")), at = level(code);
  if (feature.get("layer").endsWith("-names")) {
    if (at === 1 || (at === 2 && resolution > CITY_NAMES_FROM) || (at === 3 && resolution > COUNTY_NAMES_FROM)) return null;
    return name(feature, at === 2 ? 14 : 12, at === 2 && resolution < COUNTY_NAMES_FROM ? "700" : "500");
  }
  if (code === words.chosen && code) return chosenShape;
  return at === 3 && resolution > COUNTY_FROM ? null : shapes[at];
};
function layer({ layer, version, line, fill }) {
  return new ol.layer.VectorTile({ declutter: true, style: style(shapesIn(line, fill)), properties: { code: layer }, source: new ol.source.VectorTile({
    format: new ol.format.MVT(), url: `/geo/tiles/${layer}/{z}/{x}/{y}.mvt?v=${version}`, maxZoom: 16 }) });
}
function baseMap(kind) {
  const source = new ol.source.XYZ({ maxZoom: 18, attributions: words.credit, url: `${words.base}/${kind}_w/wmts?SERVICE=WMTS`
    + `&REQUEST=GetTile&VERSION=1.0.0&LAYER=${kind}&STYLE=default&FORMAT=tiles&TILEMATRIXSET=w`
    + `&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(words.token)}` });
  return new ol.layer.Tile({ source });
}

box.hidden = pointer.hidden = false;
const boxes = [...document.querySelectorAll("#geo-layers [data-layer]")];
const layers = boxes.map(each => layer(each.dataset));
const map = new ol.Map({
  target: box, layers: [...(words.base ? [baseMap("vec"), baseMap("cva")] : []), ...layers],
  view: new ol.View({ center: [0, 0], zoom: 6, maxZoom: 18, minZoom: 3 }),
  controls: [new ol.control.Zoom({ zoomInTipLabel: words.zoomIn, zoomOutTipLabel: words.zoomOut }), new ol.control.ScaleLine(),
    ...(words.base ? [new ol.control.Attribution({ collapsible: false })] : [])],
});
const extent = ol.proj.transformExtent(words.extent.split(" ").map(Number), "EPSG:4326", "EPSG:3857");
map.getView().fit(extent, { padding: [20, 20, 20, 20], maxZoom: 16 });
const pen = drawing(map, words);

document.getElementById("geo-layers").hidden = false;
boxes.forEach((each, at) => each.addEventListener("change", () => layers[at].setVisible(each.checked)));

const here = place => place.map(number => number.toFixed(6));
map.on("pointermove", event => {
  const [lon, lat] = here(ol.proj.toLonLat(event.coordinate));
  const names = new Set();
  map.forEachFeatureAtPixel(event.pixel, feature => { names.add(feature.get("name")); });
  pointer.textContent = `${lon}, ${lat}　${[...names].filter(Boolean).slice(0, 4).join(" ")}`;
});
map.on("singleclick", async event => {
  if (pen.busy() || !answer) return;
  const [lon, lat] = here(ol.proj.toLonLat(event.coordinate));
  document.getElementById("lon").value = lon;
  document.getElementById("lat").value = lat;
  const said = await fetch(`/geo/division?lon=${lon}&lat=${lat}`);
  answer.textContent = (said.ok && (await said.json()).name) || words.none;
});
map.once("rendercomplete", () => box.setAttribute("data-ready", "true"));
