// Lengths and areas on the ellipsoid of CGCS2000, the same rules as Ellipsoid.java on the server.
const A = 6378137, F = 1 / 298.257222101, B = A * (1 - F), E = Math.sqrt(F * (2 - F));
const rad = Math.PI / 180;
const reduced = lat => Math.atan((1 - F) * Math.tan(lat * rad));

/** Metres between two places [longitude, latitude] in degrees, by Vincenty (1975). */
export function distance([lon1, lat1], [lon2, lat2]) {
  const u1 = reduced(lat1), u2 = reduced(lat2), difference = (lon2 - lon1) * rad;
  const s1 = Math.sin(u1), c1 = Math.cos(u1), s2 = Math.sin(u2), c2 = Math.cos(u2);
  let lambda = difference, sigma = 0, sin = 0, cos = 1, square = 0, middle = 0;
  for (let turn = 0; turn < 200; turn++) {
    sin = Math.hypot(c2 * Math.sin(lambda), c1 * s2 - s1 * c2 * Math.cos(lambda));
    if (sin === 0) return 0;
    cos = s1 * s2 + c1 * c2 * Math.cos(lambda);
    sigma = Math.atan2(sin, cos);
    const alpha = c1 * c2 * Math.sin(lambda) / sin;
    square = 1 - alpha * alpha;
    middle = square === 0 ? 0 : cos - 2 * s1 * s2 / square;
    const c = F / 16 * square * (4 + F * (4 - 3 * square));
    const next = difference + (1 - c) * F * alpha * (sigma + c * sin * (middle + c * cos * (2 * middle * middle - 1)));
    if (Math.abs(next - lambda) < 1e-12) break;
    lambda = next;
  }
  const u = square * (A * A - B * B) / (B * B);
  const a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)));
  const b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)));
  const delta = b * sin * (middle + b / 4 * (cos * (2 * middle * middle - 1)
    - b / 6 * middle * (4 * sin * sin - 3) * (4 * middle * middle - 3)));
  return B * a * (sigma - delta);
}

/** Metres along a line of places. */
export const length = line => line.slice(1).reduce((sum, place, at) => sum + distance(line[at], place), 0);

/** Square metres inside a closed ring of places, its sides shortest lines in steps of a kilometre. */
export const area = ring => Math.abs(ring.slice(1).reduce((sum, place, at) => sum + side(ring[at], place), 0));

function side(from, to) {
  const rough = Math.hypot(to[1] - from[1], (to[0] - from[0]) * Math.cos((from[1] + to[1]) / 2 * rad)) * 111000;
  const steps = Math.min(2000, Math.max(1, Math.ceil(rough / 1000)));
  if (steps === 1 || from[0] === to[0]) return strip(from, to);
  const a = onSphere(from), b = onSphere(to);
  const angle = Math.acos(Math.min(1, Math.max(-1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  let sum = 0, before = from;
  for (let step = 1; step <= steps; step++) {
    const f = Math.sin(angle * (steps - step) / steps) / Math.sin(angle), g = Math.sin(angle * step / steps) / Math.sin(angle);
    const [x, y, z] = [0, 1, 2].map(axis => f * a[axis] + g * b[axis]);
    const next = step === steps ? to : [Math.atan2(y, x) / rad, Math.atan2(z, (1 - F) * Math.hypot(x, y)) / rad];
    sum += strip(before, next);
    before = next;
  }
  return sum;
}

const onSphere = ([lon, lat]) => {
  const u = reduced(lat);
  return [Math.cos(u) * Math.cos(lon * rad), Math.cos(u) * Math.sin(lon * rad), Math.sin(u)];
};
const strip = (from, to) => (to[0] - from[0]) * rad * (zone(from[1]) + zone(to[1])) / 2;
const zone = lat => {
  const s = Math.sin(lat * rad), es = E * s;
  return B * B / 2 * (s / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * E));
};
