// Says what does not bear the settings of a reader: letters of twice the size, forced colours, reduced motion.
(() => {
  const found = [];
  const name = (e) => e.outerHTML.slice(0, 80);
  const all = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && e.getClientRects().length);
  const worded = all.filter((e) => !e.closest('svg') && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
  const size = (e) => parseFloat(getComputedStyle(e).fontSize);

  for (const e of all) {
    const s = getComputedStyle(e);
    if (parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none') found.push('moves: ' + name(e));
  }
  if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') found.push('moves: the page, when it scrolls');

  if (!matchMedia('(forced-colors: active)').matches) found.push('colours are not forced');
  const edge = (e) => { const s = getComputedStyle(e); return [s.borderBottomColor, s.outlineStyle].join(); };
  for (const current of document.querySelectorAll('nav [aria-current]')) {
    const other = current.closest('nav').querySelector('a:not([aria-current])');
    if (other && edge(other) === edge(current)) found.push('the current entry looks like the others: ' + name(current));
  }

  const before = worded.map(size);
  document.documentElement.style.fontSize = '200%';
  const small = worded.filter((e, i) => size(e) < before[i] * 1.4); // headings grow with the window too
  if (small.length) found.push('letters do not grow: ' + small.slice(0, 3).map(name).join(' | '));
  if (document.documentElement.scrollWidth > innerWidth) {
    found.push(`scrolls sideways at 200 %: ${document.documentElement.scrollWidth} px, by ` +
      all.filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(name).join(' | '));
  }
  for (const e of worded) {
    const s = getComputedStyle(e);
    if (/hidden|clip/.test(s.overflowY) && e.scrollHeight > e.clientHeight + 1) found.push('words are cut at 200 %: ' + name(e));
  }
  document.documentElement.style.fontSize = '';
  return found;
})()
