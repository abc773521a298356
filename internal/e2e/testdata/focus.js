// Takes what has the focus from what is due, and says whether its reader can see that.
(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return { done: true };
  window.__due?.delete(e);
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const shadowed = style.boxShadow !== 'none';
  const parts = [...e.getClientRects()];
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2; // of what is in the window
  const hit = parts.some((r) => {
    const at = document.elementFromPoint(middle(r.left, r.right, innerWidth), middle(r.top, r.bottom, innerHeight));
    return at && (e.contains(at) || at.contains(e));
  });
  return {
    marked: outlined || shadowed, inView: hit,
    what: e.outerHTML.slice(0, 100), box: [box.left, box.top, box.width, box.height].map(Math.round).join(' '),
  };
})()
