// The words of a page as they stand on the screen, line by line, without what scripts add as a convenience:
// buttons (but not the heading that a sort button wraps), fields and live announcements.
(() => {
  document.querySelectorAll('button:not(th button), form, noscript, [aria-live], [role=status]').forEach((e) => e.remove());
  return document.body.innerText.split('\n').map((l) => l.replace(/\s+/g, ' ').trim()).filter(Boolean);
})()
