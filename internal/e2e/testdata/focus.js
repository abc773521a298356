// Says what has the focus: which link, and whether its reader can see that.
(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return { done: true };
  const links = [...document.querySelectorAll('a[href]')];
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const shadowed = style.boxShadow !== 'none';
  const parts = [...e.getClientRects()];
  const hit = parts.some((r) => {
    const at = document.elementFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2);
    return at && (e.contains(at) || at.contains(e));
  });
  return {
    link: links.indexOf(e), marked: outlined || shadowed, inView: hit,
    what: e.outerHTML.slice(0, 100), box: [box.left, box.top, box.width, box.height].map(Math.round).join(' '),
  };
})()
