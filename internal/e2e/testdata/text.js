// The words of a page as they stand on the screen, by line and cell, without what scripts add as a convenience:
// buttons (but not the heading that a sort button wraps), fields with their labels, and live announcements.
(() => {
  document.querySelectorAll('button:not(th button), form, label, noscript, [aria-live], [role=status]').forEach((e) => e.remove());
  return document.body.innerText.split(/[\n\t]/).map((l) => l.replace(/\s+/g, ' ').trim()).filter(Boolean);
})()
