// Runs before a page's own scripts and notes what can only be seen as it happens.
(() => {
  const seen = { shift: 0, moved: [], violations: [] };
  Object.defineProperty(window, '__seen', { value: seen });
  // All shifts count: nobody touches the page, and a new page in an emulated device counts as touched at first.
  const name = (source) => {
    const node = source.node && (source.node.outerHTML || source.node.textContent) || '?';
    const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
    return `${node.slice(0, 60)} (${box(source.previousRect)} → ${box(source.currentRect)})`;
  };
  const add = (entries) => entries.forEach((e) => {
    seen.shift += e.value;
    seen.moved.push(...e.sources.map(name));
  });
  const shifts = new PerformanceObserver((list) => add(list.getEntries()));
  shifts.observe({ type: 'layout-shift', buffered: true });
  seen.settle = () => add(shifts.takeRecords());
  document.addEventListener('securitypolicyviolation', (e) => {
    seen.violations.push(`${e.effectiveDirective} forbids ${e.blockedURI || 'inline'}`);
  });
})();
