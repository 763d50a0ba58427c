/* Maps of density and contrast, smoothed from the dots that the page holds; scaled by the figures that the record holds. */
const SMOOTH_MM = 3;
const CELLS_PER_SIGMA = 4;
/* Beyond three standard deviations a Gaussian holds 1 % of its mass. */
const REACH_SIGMAS = 3;
/* A mean of fewer dots than these is their scatter. */
const LEAST_DOTS = 5;
/* The highest cells of all set no scale: one in a hundred is beyond it and shown in its last colour. */
const SCALE_SHARE = 0.99;
/* Viridis (Smith and van der Walt, CC0): even steps to the eye, in grey and to colour-blind eyes too. */
const VIRIDIS = [[68, 1, 84], [72, 36, 117], [65, 68, 135], [53, 95, 141], [42, 120, 142], [33, 145, 140], [34, 168, 132],
  [68, 191, 112], [122, 209, 81], [189, 223, 38], [253, 231, 37]];
const ROUND_TOPS = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10];

function viridis(share) {
  const at = Math.max(0, Math.min(1, share)) * (VIRIDIS.length - 1);
  const low = Math.min(VIRIDIS.length - 2, Math.floor(at));
  return VIRIDIS[low].map((code, i) => code + (VIRIDIS[low + 1][i] - code) * (at - low));
}

/* The next short number: its quarters are short too. */
function roundTop(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ROUND_TOPS.find(step => value <= step * power * (1 + 1e-9));
}

/* Sums of the field weighted by a Gaussian whose weights sum to 1; nothing lies outside the field. */
function smoothed(field, columns, rows) {
  const reach = REACH_SIGMAS * CELLS_PER_SIGMA;
  const weights = Array.from({ length: reach + 1 }, (_, i) => Math.exp(-i * i / (2 * CELLS_PER_SIGMA ** 2)));
  const sum = 2 * weights.reduce((a, b) => a + b) - 1;
  const pass = (from, length, step, lines, lineStep) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < lines; line++) {
      for (let i = 0; i < length; i++) {
        const value = from[line * lineStep + i * step];
        if (value === 0) continue;
        for (let j = Math.max(0, i - reach); j <= Math.min(length - 1, i + reach); j++) {
          to[line * lineStep + j * step] += value * weights[Math.abs(i - j)] / sum;
        }
      }
    }
    return to;
  };
  return pass(pass(field, columns, 1, rows, columns), rows, columns, columns, 1);
}

/* The cells that heat is worked out on, and which of them each region covers. */
function heatGrid(frame, pxPerMm, polygons, scalp) {
  const cell = SMOOTH_MM * pxPerMm / CELLS_PER_SIGMA;
  const columns = Math.max(1, Math.round(frame.width / cell));
  const rows = Math.max(1, Math.round(frame.height / cell));
  const regions = polygons.map(points => cellsOf(columns, rows, ink => {
    ink.setTransform(columns / frame.width, 0, 0, rows / frame.height,
      -frame.x * columns / frame.width, -frame.y * rows / frame.height);
    ink.fillStyle = '#fff';
    ink.beginPath();
    points.forEach(([x, y]) => ink.lineTo(x, y));
    ink.fill();
  }));
  return { columns, rows, regions, scalp: scalpBehind(frame, scalp, columns, rows) };
}

/* 1 where more than half of a cell was painted white, else 0. */
function cellsOf(columns, rows, paint) {
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const ink = canvas.getContext('2d', { willReadFrequently: true });
  ink.fillRect(0, 0, columns, rows);
  paint(ink);
  const codes = ink.getImageData(0, 0, columns, rows).data;
  return Float32Array.from({ length: columns * rows }, (_, i) => codes[4 * i] > 127 ? 1 : 0);
}

/* The four cells around a place, with their shares of it. */
function around(grid, dots, i, put) {
  const x = dots.x[i] * grid.columns - 0.5;
  const y = dots.y[i] * grid.rows - 0.5;
  const column = Math.floor(x);
  const row = Math.floor(y);
  for (const [c, r] of [[column, row], [column + 1, row], [column, row + 1], [column + 1, row + 1]]) {
    const share = (1 - Math.abs(x - c)) * (1 - Math.abs(y - r));
    if (share > 0 && c >= 0 && r >= 0 && c < grid.columns && r < grid.rows) put(r * grid.columns + c, share);
  }
}

/* Scalp behind each cell, in any unit: where it slants away from the camera, more of it. */
function scalpBehind(frame, scalp, columns, rows) {
  return Float32Array.from({ length: columns * rows }, (_, i) => {
    const x = (frame.x + (i % columns + 0.5) * frame.width / columns) / scalp.stepPx - 0.5;
    const y = (frame.y + (Math.floor(i / columns) + 0.5) * frame.height / rows) / scalp.stepPx - 0.5;
    let sum = 0;
    let weight = 0;
    for (const c of [Math.floor(x), Math.floor(x) + 1]) {
      for (const r of [Math.floor(y), Math.floor(y) + 1]) {
        const area = c >= 0 && r >= 0 && c < scalp.columns && r < scalp.rows ? scalp.mm2PerPx2[r * scalp.columns + c] : 0;
        const share = (1 - Math.abs(x - c)) * (1 - Math.abs(y - r));
        if (area > 0) { sum += share * area; weight += share; }
      }
    }
    return weight > 0 ? sum / weight : 0;
  });
}

/*
 * Dots per cm² of scalp, not of picture. Each region is smoothed by itself, over the scalp that was counted alone, so that
 * its edge does not look emptier (Diggle 1985, Applied Statistics 34:138). All of it is scaled to the recorded density: the
 * mean of a region's map over its scalp is the figure of the table, with the missed dots in it.
 */
function densityMap(grid, stage, counted) {
  const map = new Float32Array(grid.columns * grid.rows).fill(NaN);
  grid.regions.forEach((region, r) => {
    const density = stage.density[r];
    if (density === null) return;
    const scalp = region.map((inside, i) => inside * counted[i] * grid.scalp[i]);
    const field = new Float32Array(scalp.length);
    for (let i = 0; i < stage.dots.length; i++) {
      if (stage.dots.region[i] === r) around(grid, stage.dots, i, (cell, share) => { field[cell] += share; });
    }
    const dots = smoothed(field, grid.columns, grid.rows);
    const scalpAround = smoothed(scalp, grid.columns, grid.rows);
    const heat = scalp.map((area, i) => area > 0 ? dots[i] / scalpAround[i] : 0);
    const mean = heat.reduce((sum, value, i) => sum + value * scalp[i], 0) / scalp.reduce((a, b) => a + b, 0);
    scalp.forEach((area, i) => { if (area > 0) map[i] = mean > 0 ? heat[i] * density / mean : density; });
  });
  return map;
}

/* Mean contrast of the dots around each place, 0..1; nothing where too few dots tell it. */
function contrastMap(grid, stage, counted) {
  const sum = new Float32Array(grid.columns * grid.rows);
  const number = new Float32Array(grid.columns * grid.rows);
  for (let i = 0; i < stage.dots.length; i++) {
    if (stage.dots.region[i] === NO_REGION) continue;
    around(grid, stage.dots, i, (cell, share) => {
      sum[cell] += share * stage.dots.contrast[i];
      number[cell] += share;
    });
  }
  const sums = smoothed(sum, grid.columns, grid.rows);
  const numbers = smoothed(number, grid.columns, grid.rows);
  /* As many dots as a flat mean would rest on. */
  const dots = 4 * Math.PI * CELLS_PER_SIGMA ** 2;
  return sums.map((value, i) => counted[i] && dots * numbers[i] >= LEAST_DOTS
    && grid.regions.some((region, r) => region[i] && stage.density[r] !== null) ? value / numbers[i] : NaN);
}

function scaleTop(maps) {
  const values = Float32Array.from(maps.flatMap(map => Array.from(map.filter(value => !Number.isNaN(value))))).sort();
  return roundTop(values.length ? values[Math.floor(SCALE_SHARE * (values.length - 1))] : 0);
}

const COLOURS = Uint8ClampedArray.from({ length: 3 * 256 }, (_, i) => viridis(Math.floor(i / 3) / 255)[i % 3]);

function heatPicture(grid, map, top) {
  const canvas = document.createElement('canvas');
  canvas.width = grid.columns;
  canvas.height = grid.rows;
  const ink = canvas.getContext('2d');
  const picture = ink.createImageData(grid.columns, grid.rows);
  const codes = picture.data;
  for (let i = 0; i < map.length; i++) {
    if (Number.isNaN(map[i])) continue;
    const colour = 3 * Math.round(255 * Math.max(0, Math.min(1, map[i] / top)));
    for (let channel = 0; channel < 3; channel++) codes[4 * i + channel] = COLOURS[colour + channel];
    codes[4 * i + 3] = 255;
  }
  ink.putImageData(picture, 0, 0);
  return canvas;
}

/* What the heat of a view shows: the maps of all its stages on one scale. */
function heatOf(view, kind) {
  const grid = view.grid ??= heatGrid(view.frame, view.pxPerMm, view.polygons, view.scalp);
  const maps = new Map();
  for (const stage of view.stages.values()) {
    if (!stage.countedPicture) continue;
    const counted = cellsOf(grid.columns, grid.rows,
      ink => ink.drawImage(stage.countedPicture, 0, 0, grid.columns, grid.rows));
    maps.set(stage, (kind === 'density' ? densityMap : contrastMap)(grid, stage, counted));
  }
  const top = scaleTop([...maps.values()]);
  const at = (stage, x, y) => maps.get(stage)?.[Math.floor(y * grid.rows) * grid.columns + Math.floor(x * grid.columns)] ?? NaN;
  /* Two stages are looked at, of seven: each is painted when first asked for. */
  const pictures = new Map();
  const picture = stage => {
    if (maps.has(stage) && !pictures.has(stage)) pictures.set(stage, heatPicture(grid, maps.get(stage), top));
    return pictures.get(stage);
  };
  return { top, at, maps, grid, picture };
}
