'use strict';
// The slider is made of copies of the pair, so that a page without scripts, and paper, still show both pictures.
for (const pair of document.querySelectorAll('[data-pair]')) {
  const pictures = pair.querySelectorAll('svg');
  const slider = document.createElement('img-comparison-slider');
  for (const [index, slot] of ['first', 'second'].entries()) {
    const copy = pictures[index].cloneNode(true);
    copy.querySelectorAll('clipPath').forEach((clip) => clip.remove());
    copy.setAttribute('slot', slot);
    copy.setAttribute('aria-hidden', 'true');
    slider.append(copy);
  }
  slider.setAttribute('role', 'slider');
  slider.setAttribute('aria-label', 'Where the first picture ends');
  slider.setAttribute('aria-valuemin', '0');
  slider.setAttribute('aria-valuemax', '100');
  slider.setAttribute('aria-valuenow', '50');
  slider.addEventListener('slide', () => slider.setAttribute('aria-valuenow', String(Math.round(slider.value))));
  slider.append(document.getElementById('grip').content.cloneNode(true));
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.textContent = 'Drag the line to compare, or focus it and press the arrow keys.';
  const box = document.createElement('div');
  box.className = 'slide';
  box.append(slider, hint);
  pair.after(box);
}
