/* What is drawn over a picture: dots by their fate, free places, masked gloss. */
const DOT_BYTES = 8;
const FULL = 65535;
const NO_REGION = 255;
const CONTRAST_CODES = 250;
const DIAMETER_CODES_PER_MM = 100;
const FREE = 3;
/* From here on a dot is a patch that a mark would hide: marks become rings around it. */
const RING_SCALE = 6;
/* No mark reaches further from its place, in widths of its line. */
const REACH_PX = 30;
/* Of the hatch's sheet, for each pixel of the mask; and from one line of the hatch to the next. */
const HATCH_DETAIL = 2;
const HATCH_PX = 14;
/* Okabe and Ito's colours, with a shape of its own for each fate, the last for places where a dot still fits. */
const FATES = [
  { word: 'new', colour: '#f0e442', shape: diamond, dash: [4, 2.5] },
  { word: 'kept', colour: '#56b4e9', shape: circle, dash: [] },
  { word: 'last seen', colour: '#d55e00', shape: cross, dash: [1.5, 3] },
  { word: 'free place', colour: '#009e73', shape: plus, dash: [] },
];

function circle(ink, x, y, r) { ink.moveTo(x + r, y); ink.arc(x, y, r, 0, 2 * Math.PI); }
function diamond(ink, x, y, r) {
  const d = 1.2 * r;
  ink.moveTo(x, y - d); ink.lineTo(x + d, y); ink.lineTo(x, y + d); ink.lineTo(x - d, y); ink.closePath();
}
function cross(ink, x, y, r) {
  ink.moveTo(x - r, y - r); ink.lineTo(x + r, y + r); ink.moveTo(x + r, y - r); ink.lineTo(x - r, y + r);
}
function plus(ink, x, y, r) { ink.moveTo(x - r, y); ink.lineTo(x + r, y); ink.moveTo(x, y - r); ink.lineTo(x, y + r); }

/* A dark line under the bright one, so that it shows on light and on dark skin. */
function strokeTwice(ink, colour, width) {
  ink.strokeStyle = 'rgb(0 0 0 / 55%)'; ink.lineWidth = 1.8 * width; ink.stroke();
  ink.strokeStyle = colour; ink.lineWidth = width; ink.stroke();
}

/* Drawn once and stamped: thousands of strokes would take a second. */
function stamped(fate, radius) {
  const stamp = document.createElement('canvas');
  stamp.width = stamp.height = 2 * Math.ceil(1.8 * radius + 1);
  const ink = stamp.getContext('2d');
  ink.beginPath();
  fate.shape(ink, stamp.width / 2, stamp.height / 2, radius);
  strokeTwice(ink, fate.colour, radius * 0.5);
  return stamp;
}

function unpacked(base64) {
  const text = atob(base64);
  const codes = new Uint8Array(text.length);
  for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i);
  const bytes = new DataView(codes.buffer);
  const length = bytes.byteLength / DOT_BYTES;
  const dots = {
    length, x: new Float32Array(length), y: new Float32Array(length), fate: new Uint8Array(length),
    region: new Uint8Array(length), contrast: new Float32Array(length), diameter: new Float32Array(length),
  };
  for (let i = 0; i < length; i++) {
    const at = i * DOT_BYTES;
    dots.x[i] = bytes.getUint16(at, true) / FULL;
    dots.y[i] = bytes.getUint16(at + 2, true) / FULL;
    dots.fate[i] = bytes.getUint8(at + 4);
    dots.region[i] = bytes.getUint8(at + 5);
    dots.contrast[i] = bytes.getUint8(at + 6) / CONTRAST_CODES;
    dots.diameter[i] = bytes.getUint8(at + 7) / DIAMETER_CODES_PER_MM;
  }
  return dots;
}

/* Draws the dots of the fates asked for that lie in the window; says how many. */
function drawDots(ink, dots, fates, window, size) {
  const zoomed = window.scale >= RING_SCALE && size.pxPerMm > 0;
  const stamps = FATES.map((fate, code) => fates.has(code) && (!zoomed || code === FREE) ? stamped(fate, size.mark) : null);
  const reach = REACH_PX * size.line;
  let drawn = 0;
  for (let i = 0; i < dots.length; i++) {
    const code = dots.fate[i];
    const x = dots.x[i];
    const y = dots.y[i];
    if (!fates.has(code)) continue;
    const atX = (x - window.x) * window.scale * size.width;
    if (atX < size.shown.left - reach || atX > size.shown.right + reach) continue;
    const atY = (y - window.y) * window.scale * size.height;
    if (atY < size.shown.top - reach || atY > size.shown.bottom + reach) continue;
    drawn++;
    if (stamps[code]) {
      ink.drawImage(stamps[code], Math.round(atX - stamps[code].width / 2), Math.round(atY - stamps[code].height / 2));
    } else {
      ink.beginPath();
      circle(ink, atX, atY, Math.max(0.85 * dots.diameter[i] * size.pxPerMm, 0.6 * size.mark));
      ink.setLineDash(FATES[code].dash.map(part => part * size.line));
      strokeTwice(ink, FATES[code].colour, size.line);
    }
  }
  ink.setLineDash([]);
  return drawn;
}

/* What a mask covers, hatched: drawn once, so that moving the picture costs no more than moving a picture. */
function hatched(mask) {
  const sheet = document.createElement('canvas');
  sheet.width = mask.naturalWidth * HATCH_DETAIL;
  sheet.height = mask.naturalHeight * HATCH_DETAIL;
  const ink = sheet.getContext('2d');
  ink.imageSmoothingEnabled = false;
  ink.drawImage(cutOut(mask), 0, 0, sheet.width, sheet.height);
  ink.globalCompositeOperation = 'source-in';
  ink.fillStyle = ink.createPattern(hatch(), 'repeat');
  ink.fillRect(0, 0, sheet.width, sheet.height);
  return sheet;
}

/* The mask as transparency, so that a hatch can be cut out with it. */
function cutOut(mask) {
  const canvas = document.createElement('canvas');
  canvas.width = mask.naturalWidth;
  canvas.height = mask.naturalHeight;
  const ink = canvas.getContext('2d', { willReadFrequently: true });
  ink.drawImage(mask, 0, 0);
  const pixels = ink.getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < pixels.data.length; i += 4) pixels.data[i + 3] = pixels.data[i];
  ink.putImageData(pixels, 0, 0);
  return canvas;
}

function hatch() {
  const tile = document.createElement('canvas');
  const side = tile.width = tile.height = HATCH_PX;
  const ink = tile.getContext('2d');
  ink.fillStyle = 'rgb(255 255 255 / 22%)';
  ink.fillRect(0, 0, side, side);
  for (const [colour, width] of [['rgb(0 0 0 / 75%)', 0.34], ['#fff', 0.17]]) {
    ink.strokeStyle = colour;
    ink.lineWidth = width * side;
    ink.beginPath();
    for (const shift of [-side, 0, side]) { ink.moveTo(shift, side); ink.lineTo(shift + side, 0); }
    ink.stroke();
  }
  return tile;
}

/* A picture of the whole frame, placed so that a pane of this size shows the window's part of it. */
function drawWindow(ink, picture, window, size) {
  const width = window.scale * size.width;
  const height = window.scale * size.height;
  ink.drawImage(picture, -window.x * width, -window.y * height, width, height);
}
