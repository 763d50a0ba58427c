/* The report works without this script; with it, pictures can be compared, blinked, zoomed and dots laid on them. */
(() => {
  'use strict';
  const ZOOMS = [1, 1.5, 2, 3, 4, 6, 8];
  const BLINK_MS = 800;
  const DOT_BYTES = 5;
  const FULL = 65535;
  /* Beyond this width a canvas costs more memory than the embedded picture has detail. */
  const WIDEST_CANVAS = 3200;
  /* Okabe and Ito's colours, with a shape of its own for each fate, the last for places where a dot still fits. */
  const FATES = [
    { colour: '#f0e442', shape: diamond },
    { colour: '#56b4e9', shape: circle },
    { colour: '#d55e00', shape: cross },
    { colour: '#009e73', shape: plus },
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

  /* Drawn once and stamped: thousands of strokes would take a second. */
  function stamped(fate, radius) {
    const stamp = document.createElement('canvas');
    stamp.width = stamp.height = 2 * Math.ceil(1.8 * radius + 1);
    const ink = stamp.getContext('2d');
    fate.shape(ink, stamp.width / 2, stamp.height / 2, radius);
    /* A dark line under the bright one, so that it shows on light and on dark skin. */
    ink.strokeStyle = 'rgb(0 0 0 / 55%)'; ink.lineWidth = radius * 0.9; ink.stroke();
    ink.strokeStyle = fate.colour; ink.lineWidth = radius * 0.5; ink.stroke();
    return stamp;
  }

  function unpacked(base64) {
    const text = atob(base64);
    const view = new DataView(Uint8Array.from(text, c => c.charCodeAt(0)).buffer);
    const dots = FATES.map(() => []);
    for (let at = 0; at < view.byteLength; at += DOT_BYTES) {
      dots[view.getUint8(at + 4)].push(view.getUint16(at, true) / FULL, view.getUint16(at + 2, true) / FULL);
    }
    return dots;
  }

  function start(section) {
    const compare = section.querySelector('.compare');
    if (!compare) return;
    const find = selector => compare.querySelector(selector);
    const stages = new Map(JSON.parse(section.querySelector('script[type="application/json"]').textContent)
      .stages.map(stage => [stage.stage, { label: stage.label, packed: stage.dots, dots: null }]));
    const slider = find('img-comparison-slider');
    const pane = find('.pane');
    const world = find('.world');
    const blink = find('.blink');
    const fates = [...compare.querySelectorAll('.fate')];
    const sides = ['left', 'right'].map((side, i) => {
      const layer = slider.children[i];
      const picture = new Image();
      picture.alt = '';
      layer.prepend(picture);
      return { select: find('select.' + side), chip: find('.chip.' + side), layer, picture, canvas: layer.querySelector('canvas') };
    });
    let zoom = 0;
    let waiting = 0;
    let blinking = 0;
    let divided = 50;

    compare.hidden = false;
    world.style.setProperty('--ratio', compare.dataset.ratio);
    find('.window').style.setProperty('--ratio', compare.dataset.ratio);

    function show(side) {
      const stage = side.select.value;
      side.picture.src = section.querySelector('img[data-stage="' + CSS.escape(stage) + '"]').src;
      side.chip.textContent = stages.get(stage).label;
      paintSoon();
    }

    function paintSoon() {
      if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; sides.forEach(paint); });
    }

    function paint(side) {
      const width = world.clientWidth;
      const height = world.clientHeight;
      if (!width) return;
      const dense = Math.min(window.devicePixelRatio || 1, WIDEST_CANVAS / width);
      const canvas = side.canvas;
      canvas.width = Math.round(width * dense);
      canvas.height = Math.round(height * dense);
      const stage = stages.get(side.select.value);
      const ink = canvas.getContext('2d');
      const radius = Math.max(1.8, Math.min(9, width / 300)) * dense;
      for (const box of fates) {
        if (!box.checked) continue;
        stage.dots ??= unpacked(stage.packed);
        const fate = FATES[box.value];
        const dots = stage.dots[box.value];
        const stamp = stamped(fate, radius);
        const half = stamp.width / 2;
        for (let i = 0; i < dots.length; i += 2) {
          ink.drawImage(stamp, dots[i] * canvas.width - half, dots[i + 1] * canvas.height - half);
        }
      }
    }

    function zoomTo(next) {
      next = Math.max(0, Math.min(ZOOMS.length - 1, next));
      const x = (pane.scrollLeft + pane.clientWidth / 2) / pane.scrollWidth;
      const y = (pane.scrollTop + pane.clientHeight / 2) / pane.scrollHeight;
      zoom = next;
      world.style.width = 100 * ZOOMS[zoom] + '%';
      pane.classList.toggle('zoomed', zoom > 0);
      /* Zoomed in, a drag moves the picture; the line then moves by its handle. */
      slider.handle = zoom > 0;
      pane.scrollLeft = x * pane.scrollWidth - pane.clientWidth / 2;
      pane.scrollTop = y * pane.scrollHeight - pane.clientHeight / 2;
      find('output').textContent = Math.round(100 * ZOOMS[zoom]) + ' %';
      find('.in').disabled = zoom === ZOOMS.length - 1;
      find('.out').disabled = zoom === 0;
    }

    function tellValue() { slider.setAttribute('aria-valuenow', String(Math.round(slider.value))); }

    /* Blinking, the left picture lies over all of the right one and is hidden every other time. */
    function flip() {
      if (!compare.dataset.blink) {
        divided = slider.value;
        slider.value = 100;
      }
      compare.dataset.blink = compare.dataset.blink === 'left' ? 'right' : 'left';
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

    slider.addEventListener('slide', tellValue);
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
    find('.outlines').addEventListener('change', event => compare.classList.toggle('plain', !event.target.checked));
    find('.in').addEventListener('click', () => zoomTo(zoom + 1));
    find('.out').addEventListener('click', () => zoomTo(zoom - 1));
    pane.addEventListener('keydown', event => {
      if (event.key === '+' || event.key === '=') zoomTo(zoom + 1);
      else if (event.key === '-') zoomTo(zoom - 1);
    });

    let grabbed = null;
    pane.addEventListener('pointerdown', event => {
      const handle = slider.shadowRoot.getElementById('handle').getBoundingClientRect();
      const onHandle = event.clientX >= handle.left && event.clientX <= handle.right
        && event.clientY >= handle.top && event.clientY <= handle.bottom;
      if (zoom > 0 && event.pointerType === 'mouse' && !onHandle) {
        grabbed = { x: event.clientX + pane.scrollLeft, y: event.clientY + pane.scrollTop };
        pane.setPointerCapture(event.pointerId);
      }
    });
    pane.addEventListener('pointermove', event => {
      if (!grabbed) return;
      pane.scrollLeft = grabbed.x - event.clientX;
      pane.scrollTop = grabbed.y - event.clientY;
    });
    pane.addEventListener('pointerup', () => { grabbed = null; });
    pane.addEventListener('pointercancel', () => { grabbed = null; });

    new ResizeObserver(() => {
      const svg = find('.regions');
      /* Names keep their size on the screen, whatever the zoom. */
      svg.style.setProperty('--unit', String(svg.viewBox.baseVal.width / Math.max(1, world.clientWidth)));
      paintSoon();
    }).observe(world);
    window.addEventListener('beforeprint', () => { stopBlinking(); zoomTo(0); });
    sides.forEach(show);
    zoomTo(0);
  }

  document.querySelectorAll('[data-view]').forEach(start);
  window.addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(part => { part.open = true; }));
})();
