// The records of a register on a map: those in view are asked from this node; a press opens the record.
const box = document.getElementById("register-map");
box.hidden = false;
const edge = "#3f6975";
const style = new ol.style.Style({
  stroke: new ol.style.Stroke({ color: edge, width: 1.2 }), fill: new ol.style.Fill({ color: "rgba(63,105,117,.08)" }),
  image: new ol.style.Circle({ radius: 5, fill: new ol.style.Fill({ color: edge }), stroke: new ol.style.Stroke({ color: "#fff", width: 1.5 }) }),
});
const source = new ol.source.Vector({
  format: new ol.format.GeoJSON(),
  strategy: ol.loadingstrategy.bbox,
  url: extent => `${box.dataset.features}?bbox=${ol.proj.transformExtent(extent, "EPSG:3857", "EPSG:4326").map(bounded).join(",")}`,
});
function bounded(number, at) {
  const limit = at % 2 ? 90 : 180;
  return Math.max(-limit, Math.min(limit, number)).toFixed(5);
}
const map = new ol.Map({
  target: box, layers: [new ol.layer.Vector({ source, style })],
  view: new ol.View({ center: ol.proj.fromLonLat([118.2, 36.3]), zoom: 7, minZoom: 3, maxZoom: 18 }),
  controls: [new ol.control.Zoom({ zoomInTipLabel: box.dataset.zoomIn, zoomOutTipLabel: box.dataset.zoomOut }), new ol.control.ScaleLine()],
});
const said = document.getElementById("register-pointer");
said.hidden = false;
map.on("pointermove", event => {
  const names = new Set();
  map.forEachFeatureAtPixel(event.pixel, feature => { names.add(feature.get("name")); });
  said.textContent = [...names].slice(0, 4).join(" · ") || "\u00a0";
});
map.on("click", event => {
  const feature = map.forEachFeatureAtPixel(event.pixel, found => found);
  if (feature) location.href = feature.get("href");
});
map.once("rendercomplete", () => { box.dataset.ready = "true"; });
