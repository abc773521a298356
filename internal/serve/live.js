// Keeps a previewed page up to date. It is added by the preview alone and never published.
(() => {
  'use strict';
  const own = document.currentScript;
  const page = own.dataset.page;
  let shown = own.dataset.shown;
  let source = null;
  let panel = null;

  // A page that nobody looks at holds no connection (browsers allow six to a host); it catches up when seen.
  function listen() {
    if (document.hidden || source) return;
    source = new EventSource('/~bangvang/live?' + new URLSearchParams({ page, shown }));
    source.onmessage = (event) => obey(JSON.parse(event.data));
  }

  function hang() {
    if (source) source.close();
    source = null;
  }

  function obey(message) {
    if (message.reload) return reload();
    shown = message.shown;
    if (message.styles) swap(message.styles);
    overlay(message.overlay);
  }

  function reload() {
    hang();
    sessionStorage.setItem('bangvang-scroll', JSON.stringify([location.pathname, scrollX, scrollY]));
    location.reload();
  }

  function returnToPlace() {
    const kept = sessionStorage.getItem('bangvang-scroll');
    if (!kept) return;
    sessionStorage.removeItem('bangvang-scroll');
    const [path, x, y] = JSON.parse(kept);
    if (path === location.pathname) scrollTo({ left: x, top: y, behavior: 'instant' });
  }

  // The old sheet goes when the new one is there, so that the page never stands without style.
  function swap(hrefs) {
    document.querySelectorAll('link[rel=stylesheet]').forEach((old, i) => {
      const fresh = old.cloneNode();
      fresh.href = hrefs[i] + (hrefs[i].includes('?') ? '&' : '?') + shown;
      fresh.onload = fresh.onerror = () => old.remove();
      old.after(fresh);
    });
  }

  function overlay(markup) {
    if (panel) panel.remove();
    panel = null;
    if (!markup || document.body.className === 'blank') return;
    panel = document.createElement('bangvang-overlay');
    const root = panel.attachShadow({ mode: 'open' });
    root.innerHTML = '<link rel="stylesheet" href="/~bangvang/overlay.css">' + markup;
    root.querySelector('button').onclick = () => overlay('');
    document.body.append(panel);
  }

  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') overlay(''); });
  document.addEventListener('visibilitychange', () => (document.hidden ? hang() : listen()));
  addEventListener('pagehide', hang);
  addEventListener('pageshow', listen);
  addEventListener('load', returnToPlace);
  listen();
})();
