/* The report works without this script; with it, pictures can be compared, blinked, zoomed and layers laid on them. */
document.querySelectorAll('[data-view]').forEach(start);
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(part => { part.open = true; }));
