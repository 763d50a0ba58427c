/* Which part of the picture the pane shows, and the ways to change that: buttons, wheel, pinch, double click, drag, keys. */
const ZOOM_STEPS = [1, 1.5, 2, 3, 4, 6, 8, 12, 16];
const LARGEST_SCALE = ZOOM_STEPS[ZOOM_STEPS.length - 1];
const WHEEL_PER_DOUBLING = 240;
const KEY_SHARE = 0.15;
/* A second press within this time belongs to a double click. */
const DOUBLE_MS = 500;

/* A window in shares of the frame: its left and upper edge, and how many times the frame is larger than it. */
function zooming(pane, slider, changed) {
  const window = { x: 0, y: 0, scale: 1 };
  const fingers = new Map();
  let dividedBefore = 50;
  let lastPress = 0;
  let rest = 0;

  function place(x, y, scale) {
    window.scale = Math.max(1, Math.min(LARGEST_SCALE, scale));
    window.x = Math.max(0, Math.min(1 - 1 / window.scale, x));
    window.y = Math.max(0, Math.min(1 - 1 / window.scale, y));
    const zoomed = window.scale > 1;
    pane.classList.toggle('zoomed', zoomed);
    /* Zoomed in, a drag moves the picture; the line then moves by its handle. */
    slider.handle = zoomed;
    clearTimeout(rest);
    rest = setTimeout(() => changed(false), 120);
    changed(true);
  }

  /* What lies under the point, shares of the pane, stays under it. */
  function zoomAt(scale, atX = 0.5, atY = 0.5) {
    const next = Math.max(1, Math.min(LARGEST_SCALE, scale));
    place(window.x + atX / window.scale - atX / next, window.y + atY / window.scale - atY / next, next);
  }

  function panBy(shareX, shareY) {
    place(window.x + shareX / window.scale, window.y + shareY / window.scale, window.scale);
  }

  function step(by) {
    const next = by > 0
      ? ZOOM_STEPS.find(scale => scale > window.scale * 1.01)
      : ZOOM_STEPS.findLast(scale => scale < window.scale / 1.01);
    if (next) zoomAt(next);
  }

  function shareOf(event) {
    const box = pane.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  function onHandle(event) {
    const box = slider.shadowRoot.getElementById('handle').getBoundingClientRect();
    return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  }

  /* Middle of the fingers, and how far they are apart; shares of the pane. */
  function grip() {
    const all = [...fingers.values()];
    const [x, y] = [0, 1].map(axis => all.reduce((sum, at) => sum + at[axis], 0) / all.length);
    const apart = all.length < 2 ? 0
      : Math.hypot((all[0][0] - all[1][0]) * pane.clientWidth, (all[0][1] - all[1][1]) * pane.clientHeight);
    return { x, y, apart };
  }

  pane.addEventListener('wheel', event => {
    /* The plain wheel goes on scrolling the page; a trackpad's pinch arrives as Ctrl and wheel. */
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? pane.clientHeight : 1);
    zoomAt(window.scale * 2 ** (-pixels / WHEEL_PER_DOUBLING), ...shareOf(event));
  }, { passive: false });

  pane.addEventListener('pointerdown', event => {
    if (event.timeStamp - lastPress > DOUBLE_MS) dividedBefore = slider.value;
    lastPress = event.timeStamp;
    if (event.button > 0 || (onHandle(event) && fingers.size === 0)) return;
    fingers.set(event.pointerId, shareOf(event));
    if (window.scale > 1 || fingers.size > 1) pane.setPointerCapture(event.pointerId);
  });
  pane.addEventListener('pointermove', event => {
    if (!fingers.has(event.pointerId)) return;
    const before = grip();
    fingers.set(event.pointerId, shareOf(event));
    const now = grip();
    if (fingers.size > 1) {
      panBy(before.x - now.x, before.y - now.y);
      zoomAt(window.scale * now.apart / Math.max(1, before.apart), now.x, now.y);
    } else if (window.scale > 1) {
      panBy(before.x - now.x, before.y - now.y);
    }
  });
  const letGo = event => fingers.delete(event.pointerId);
  pane.addEventListener('pointerup', letGo);
  pane.addEventListener('pointercancel', letGo);
  /* At 100 % the slider follows the pointer itself, so the pane has not captured it and may miss where it is let go. */
  document.addEventListener('pointerup', letGo);

  /* Two fingers zoom; the slider would take the first of them for a drag of its line. */
  for (const type of ['touchstart', 'touchmove']) {
    pane.addEventListener(type, event => {
      if (event.touches.length < 2) return;
      event.stopPropagation();
      if (event.cancelable) event.preventDefault();
    }, { capture: true, passive: false });
  }

  pane.addEventListener('dblclick', event => {
    if (onHandle(event) && window.scale > 1) return;
    /* The first press had sent the line there, right across what is to be looked at. */
    slider.value = dividedBefore;
    zoomAt(window.scale * (event.shiftKey ? 0.5 : 2), ...shareOf(event));
  });

  pane.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pans = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === '+' || event.key === '=') step(1);
    else if (event.key === '-') step(-1);
    else if (event.key === '0') zoomAt(1);
    else if (pans && window.scale > 1 && event.target === pane) panBy(pans[0] * KEY_SHARE, pans[1] * KEY_SHARE);
    else return;
    event.preventDefault();
  });

  return { window, step, whole: () => zoomAt(1), shareOf };
}
