// Looks at a page that has loaded, from top to foot, and says what was found.
(async () => {
  const seen = window.__seen || { shift: 0, moved: [], violations: [], settle() {} };
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const root = document.documentElement;
  for (let y = 0; y < root.scrollHeight && y < 20000; y += innerHeight) {
    scrollTo(0, y); // so that lazy pictures load, and shift the page if they can
    await frame();
  }
  scrollTo(0, 0);
  await frame();
  seen.settle();
  return {
    lang: root.lang,
    h1: document.querySelectorAll('h1').length,
    width: Math.max(root.scrollWidth, document.body.scrollWidth),
    widest: [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > screen.width + 1 && e.checkVisibility())
      .slice(0, 3).map((e) => e.outerHTML.slice(0, 80)),
    shift: seen.shift,
    moved: seen.moved,
    violations: seen.violations,
    broken: [...document.images].filter((i) => i.complete && !i.naturalWidth).map((i) => i.src),
  };
})()
