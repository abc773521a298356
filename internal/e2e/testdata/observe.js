// Runs before a page's own scripts and notes what can only be seen as it happens.
(() => {
  const seen = { shift: 0, violations: [] };
  Object.defineProperty(window, '__seen', { value: seen });
  // All shifts count: nobody touches the page, and a new page in an emulated device counts as touched at first.
  const add = (entries) => { for (const e of entries) seen.shift += e.value; };
  const shifts = new PerformanceObserver((list) => add(list.getEntries()));
  shifts.observe({ type: 'layout-shift', buffered: true });
  seen.settle = () => add(shifts.takeRecords());
  document.addEventListener('securitypolicyviolation', (e) => {
    seen.violations.push(`${e.effectiveDirective} forbids ${e.blockedURI || 'inline'}`);
  });
})();
