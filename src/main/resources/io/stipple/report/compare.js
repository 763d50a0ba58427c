/* A view's stages side by side: two of them under a slider or in turn, with what is laid over them. */
const BLINK_MS = 800;
/* Beyond this many pixels a canvas takes longer to draw than an eye gains from it. */
const DENSEST = 2;
/* How far the picture moves before its surroundings are drawn anew; more costs memory, less stutters. */
const SHEET_MARGIN = 0.4;

function loaded(address) {
  if (!address) return Promise.resolve(null);
  const picture = new Image();
  picture.src = address;
  return picture.decode().then(() => picture);
}

function start(section) {
  const compare = section.querySelector('.compare');
  if (!compare) return;
  const find = selector => compare.querySelector(selector);
  const data = JSON.parse(section.querySelector('script[type="application/json"]').textContent);
  const outlines = find('.regions');
  const view = {
    frame: data.frame,
    pxPerMm: data.pxPerMm,
    scalp: data.scalp,
    polygons: [...outlines.querySelectorAll('polygon:not(.halo)')]
      .map(polygon => polygon.getAttribute('points').split(' ').map(point => point.split(',').map(Number))),
    stages: new Map(data.stages.map(stage => [stage.stage, {
      ...stage,
      /* Unpacked when first asked for: a page of many stages would else open later for what is not looked at. */
      get dots() {
        const dots = unpacked(stage.dots);
        Object.defineProperty(this, 'dots', { value: dots });
        return dots;
      },
      picture: section.querySelector('img[data-stage="' + CSS.escape(stage.stage) + '"]'),
      countedPicture: null,
      glossMask: null,
    }])),
  };
  const slider = find('img-comparison-slider');
  const pane = find('.pane');
  const blink = find('.blink');
  const heatChoice = find('.heat-choice');
  const glossBox = find('.gloss');
  const fates = [...compare.querySelectorAll('.fate')];
  const heats = new Map();
  const sides = ['left', 'right'].map((side, i) => ({
    name: side,
    select: find('select.' + side),
    chip: find('.chip.' + side),
    canvas: slider.children[i].querySelector('canvas'),
  }));
  let waiting = 0;
  let moving = false;
  let blinking = 0;
  let divided = 50;
  let masks = null;

  compare.hidden = false;
  find('.window').style.setProperty('--ratio', compare.dataset.ratio);
  const zoom = zooming(pane, slider, stillMoving => { moving = stillMoving; paintSoon(); });

  const stageOf = side => view.stages.get(side.select.value);

  function show(side) {
    const stage = stageOf(side);
    side.chip.textContent = stage.label;
    stage.picture.decode().then(paintSoon);
    tellLayers();
    paintSoon();
  }

  function paintSoon() {
    if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; paint(); });
  }

  function paint() {
    const width = pane.clientWidth;
    const height = pane.clientHeight;
    if (!width) return;
    const dense = Math.min(devicePixelRatio || 1, DENSEST);
    const { x, y, scale } = zoom.window;
    outlines.setAttribute('viewBox', [view.frame.x + x * view.frame.width, view.frame.y + y * view.frame.height,
      view.frame.width / scale, view.frame.height / scale].join(' '));
    /* Names keep their size on the screen, whatever the zoom. */
    outlines.style.setProperty('--unit', String(view.frame.width / scale / width));
    find('output').textContent = Math.round(100 * scale) + ' %';
    find('.in').disabled = scale >= LARGEST_SCALE;
    find('.out').disabled = find('.whole').disabled = scale <= 1;
    sides.forEach(side => paintSide(side, Math.round(width * dense), Math.round(height * dense), dense));
    compare.dataset.drawn = sides.map(side => side.drawn).join(' ');
  }

  function paintSide(side, width, height, dense) {
    const canvas = side.canvas;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const ink = canvas.getContext('2d', { alpha: false });
    const { x, y, scale } = zoom.window;
    if (moving && scale === side.scale) {
      const margin = { x: Math.round(SHEET_MARGIN * width), y: Math.round(SHEET_MARGIN * height) };
      let [movedX, movedY] = side.sheet ? [(x - side.sheet.x) * scale * width, (y - side.sheet.y) * scale * height] : [0, 0];
      if (!side.sheet || Math.abs(movedX) > margin.x || Math.abs(movedY) > margin.y) {
        side.sheet = sheetOf(side, { width, height, dense, margin });
        movedX = movedY = 0;
      }
      ink.drawImage(side.sheet.canvas, -margin.x - Math.round(movedX), -margin.y - Math.round(movedY));
    } else {
      side.scale = scale;
      side.sheet = null;
      ink.save();
      const shown = { left: 0, top: 0, right: width, bottom: height };
      if (moving) Object.assign(shown, whatShows(side, width));
      ink.beginPath();
      ink.rect(shown.left, shown.top, shown.right - shown.left, shown.bottom - shown.top);
      ink.clip();
      side.drawn = drawSide(ink, side, { width, height, dense, shown });
      ink.restore();
    }
  }

  /* Pane and surroundings drawn once: while only the window moves, the sheet is shifted. */
  function sheetOf(side, size) {
    const { width, height, margin } = size;
    const canvas = document.createElement('canvas');
    canvas.width = width + 2 * margin.x;
    canvas.height = height + 2 * margin.y;
    const ink = canvas.getContext('2d', { alpha: false });
    ink.translate(margin.x, margin.y);
    drawSide(ink, side, { ...size,
      shown: { left: -margin.x, top: -margin.y, right: width + margin.x, bottom: height + margin.y } });
    return { canvas, x: zoom.window.x, y: zoom.window.y };
  }

  /* Says how many dots were drawn. */
  function drawSide(ink, side, { width, height, dense, shown }) {
    const stage = stageOf(side);
    const heat = heats.get(heatChoice.value);
    const size = {
      width, height, shown,
      mark: Math.max(1.8, Math.min(9, width / dense * zoom.window.scale / 300)) * dense,
      line: 1.6 * dense,
      pxPerMm: (view.pxPerMm ?? 0) * zoom.window.scale * width / view.frame.width,
    };
    if (stage.picture.complete) drawWindow(ink, stage.picture, zoom.window, size);
    if (heat?.picture(stage)) drawWindow(ink, heat.picture(stage), zoom.window, size);
    if (glossBox.checked && stage.glossMask) drawWindow(ink, stage.glossMask, zoom.window, size);
    const codes = new Set(fates.filter(box => box.checked).map(box => Number(box.value)));
    return drawDots(ink, stage.dots, codes, zoom.window, size);
  }

  /* While the scale changes, what the other side hides is not drawn: half the work. */
  function whatShows(side, width) {
    const line = compare.dataset.blink ? (compare.dataset.blink === 'left' ? width : 0) : width * slider.value / 100;
    return side.name === 'left' ? { right: line + 1 } : { left: line - 1 };
  }

  /* The pictures of what was counted and of gloss are decoded when first asked for. */
  function withMasks() {
    return masks ??= Promise.all([...view.stages.values()].map(async stage => {
      stage.countedPicture = await loaded(stage.counted);
      const gloss = await loaded(stage.gloss);
      stage.glossMask = gloss && hatched(gloss);
    }));
  }

  async function layersChanged() {
    const kind = heatChoice.value;
    if (kind || glossBox.checked) await withMasks();
    if (kind && !heats.has(kind)) heats.set(kind, heatOf(view, kind));
    tellLayers();
    paintSoon();
  }

  /* The scale beside the heat, and which side has none. */
  function tellLayers() {
    const kind = heatChoice.value;
    const heat = heats.get(kind);
    for (const key of compare.querySelectorAll('.heat-key')) {
      key.hidden = key.dataset.heat !== kind || !heat;
      if (key.hidden) continue;
      key.querySelectorAll('.ticks span').forEach((tick, i, all) => {
        const value = Number((heat.top * i / (all.length - 1)).toPrecision(3));
        tick.textContent = (i === all.length - 1 ? '≥ ' : '') + value;
      });
      const without = sides.map(stageOf).filter(stage => !heat.picture(stage) || stage.density.every(figure => figure === null));
      key.querySelector('.without').textContent = [...new Set(without.map(stage =>
        stage.label + (stage.counted ? ': no region was counted.' : ': the picture of what was counted is missing.')))].join(' ');
    }
    const glossKey = find('.gloss-key');
    glossKey.hidden = !glossBox.checked;
    glossKey.querySelector('.without').textContent = [...new Set(sides.map(stageOf).filter(stage => !stage.gloss)
      .map(stage => stage.label + ': the picture of its gloss is missing.'))].join(' ');
  }

  /* What lies under the pointer, in words. */
  function read(event) {
    const [atX, atY] = zoom.shareOf(event);
    const x = zoom.window.x + atX / zoom.window.scale;
    const y = zoom.window.y + atY / zoom.window.scale;
    if (x < 0 || y < 0 || x >= 1 || y >= 1) return;
    const heat = heats.get(heatChoice.value);
    const said = [];
    if (heat) {
      for (const side of sides) {
        const value = heat.at(stageOf(side), x, y);
        said.push(stageOf(side).label + ': ' + (Number.isNaN(value) ? 'not counted here'
          : heatChoice.value === 'density' ? value.toFixed(0) + ' dots/cm²' : 'contrast ' + value.toFixed(2)));
      }
    }
    const side = sides[compare.dataset.blink ? Number(compare.dataset.blink === 'right') : Number(100 * atX > slider.value)];
    const dot = zoom.window.scale >= RING_SCALE ? nearest(stageOf(side).dots, x, y) : -1;
    if (dot >= 0) {
      const dots = stageOf(side).dots;
      said.push('dot at ' + stageOf(side).label + ': ' + dots.diameter[dot].toFixed(2) + ' mm, contrast '
        + dots.contrast[dot].toFixed(2) + ', ' + FATES[dots.fate[dot]].word);
    }
    find('.reading').textContent = said.length ? 'At the pointer: ' + said.join(' · ') : '';
  }

  function nearest(dots, x, y) {
    const reach = 12 / (pane.clientWidth * zoom.window.scale);
    let best = reach;
    let found = -1;
    for (let i = 0; i < dots.length; i++) {
      if (dots.fate[i] === FREE) continue;
      const away = Math.hypot(dots.x[i] - x, (dots.y[i] - y) * view.frame.height / view.frame.width);
      if (away < best) { best = away; found = i; }
    }
    return found;
  }

  function tellValue() { slider.setAttribute('aria-valuenow', String(Math.round(slider.value))); }

  /* Blinking, the left picture lies over all of the right one and is hidden every other time. */
  function flip() {
    if (!compare.dataset.blink) {
      divided = slider.value;
      slider.value = 100;
    }
    compare.dataset.blink = compare.dataset.blink === 'left' ? 'right' : 'left';
    if (moving) paintSoon();
  }

  function stopBlinking() {
    if (!compare.dataset.blink) return;
    clearInterval(blinking);
    blinking = 0;
    slider.value = divided;
    delete compare.dataset.blink;
    blink.setAttribute('aria-pressed', 'false');
  }

  blink.addEventListener('click', () => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      /* Nothing moves by itself: each press shows the other stage, the third the slider again. */
      if (compare.dataset.blink === 'right') stopBlinking(); else { flip(); blink.setAttribute('aria-pressed', 'true'); }
    } else if (blinking) {
      stopBlinking();
    } else {
      flip();
      blinking = setInterval(flip, BLINK_MS);
      blink.setAttribute('aria-pressed', 'true');
    }
  });

  slider.addEventListener('slide', () => { tellValue(); if (moving) paintSoon(); });
  slider.addEventListener('keydown', event => {
    if (event.key === 'Home' || event.key === 'End') {
      slider.value = event.key === 'Home' ? 0 : 100;
      tellValue();
      event.preventDefault();
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') event.preventDefault();
  });
  sides.forEach(side => side.select.addEventListener('change', () => { stopBlinking(); show(side); }));
  fates.forEach(box => box.addEventListener('change', paintSoon));
  heatChoice.addEventListener('change', layersChanged);
  glossBox.addEventListener('change', layersChanged);
  find('.outlines').addEventListener('change', event => compare.classList.toggle('plain', !event.target.checked));
  find('.in').addEventListener('click', () => zoom.step(1));
  find('.out').addEventListener('click', () => zoom.step(-1));
  find('.whole').addEventListener('click', zoom.whole);
  pane.addEventListener('pointermove', read);
  pane.addEventListener('pointerleave', () => { find('.reading').textContent = ''; });
  new ResizeObserver(paintSoon).observe(pane);
  addEventListener('beforeprint', () => { stopBlinking(); zoom.whole(); moving = false; paint(); });
  sides.forEach(show);
}
