// Searches the portal in the reader's browser: internal/search is the manual of the files that it reads.
"use strict";
(() => {
  const { lang } = document.documentElement;
  const inLang = (vi, en) => lang === "en" ? en : vi;
  const form = document.querySelector("form[data-index]");
  const at = (id) => document.getElementById(id);
  const input = at("_q"), status = at("_found"), results = at("_results"), next = at("_next");
  const lists = document.querySelector(".lists");
  const step = 10;
  const files = new Map();

  // load fetches a file of the index once. Only the directory may change under its name.
  const load = (name) => {
    if (!files.has(name)) {
      const found = fetch(form.dataset.index + name, { cache: name === "muc-luc.json" ? "no-cache" : "default" }).then((answer) => {
        if (!answer.ok) throw new Error(name);
        return name.endsWith(".json") ? answer.json() : answer.text();
      });
      found.catch(() => files.clear());
      files.set(name, found);
    }
    return files.get(name);
  };

  const lower = (text) => text.normalize("NFC").toLowerCase();
  const fold = (text) => lower(text).normalize("NFD").replace(/\p{Mn}/gu, "").replaceAll("đ", "d");
  const wordsOf = (text) => lower(text).match(/[\p{L}\p{M}\p{Nd}]+/gu) || [];

  // numbers reads a list: the gaps between ascending numbers.
  const numbers = (text) => {
    const list = [];
    let last = -1;
    for (let i = 0; i < text.length; i++) {
      if (text[i] === '"') {
        const end = text.indexOf(" ", i);
        last += 90 * parseInt(text.slice(i + 1, end), 36);
        i = end + 1;
      }
      last += text.charCodeAt(i) - 34;
      list.push(last);
    }
    return list;
  };

  // lookup returns the lines of the words that fold as key; of those that begin with it where there are none.
  const lookup = async (key) => {
    const { words } = await load("muc-luc.json");
    let i = words.length - 1;
    while (i > 0 && words[i][0] > key) i--;
    if (i < 0) return [];
    const shards = [words[i]];
    if (words[i + 1] && words[i + 1][0].startsWith(key)) shards.push(words[i + 1]);
    const texts = await Promise.all(shards.map(([, hash]) => load(`tu.${hash}.txt`)));
    const lines = texts.join("").trimEnd().split("\n").map((line) => line.split("\t"));
    const same = lines.filter(([word]) => fold(word) === key);
    return same.length || key.includes(" ") ? same : lines.filter(([word]) => !word.includes(" ") && fold(word).startsWith(key));
  };

  // find returns the pages that have every word, or as many of them as any page has, best first. Where the question
  // has marks, words with the same marks count before all else; then names before text, and words side by side (in a
  // long question nearly every word is a file to fetch, and few pages have them all: there they are not looked up).
  const find = async (question) => {
    const words = wordsOf(question).slice(0, 12);
    const marked = fold(question) !== lower(question);
    const pages = new Map();
    const add = (page, points, word) => {
      const known = pages.get(page) || { points: 0, words: 0 };
      pages.set(page, { points: known.points + points, words: known.words + word });
    };
    const found = await Promise.all(words.map((word) => lookup(fold(word))));
    found.forEach((lines, i) => {
      const best = new Map();
      for (const [word, ...both] of lines) {
        const exact = marked && word === words[i] ? 1000 : 0;
        both.forEach((list, told) => numbers(list).forEach((page) => {
          best.set(page, Math.max(best.get(page) || 0, exact + (told ? 1 : 10)));
        }));
      }
      best.forEach((points, page) => add(page, points, 1));
    });
    const seconds = words.length > 6 ? [] : words.slice(1);
    const pairs = await Promise.all(seconds.map((word, i) => lookup(fold(words[i] + " " + word))));
    pairs.flat().forEach(([, named]) => numbers(named).forEach((page) => pages.has(page) && add(page, 20, 0)));
    const most = Math.max(0, ...new Set([...pages.values()].map((page) => page.words)));
    const list = [...pages].filter(([, page]) => page.words === most);
    list.sort(([a, x], [b, y]) => y.points - x.points || a - b);
    return { list: list.map(([page]) => page), whole: most === words.length };
  };

  const make = (name, kind, ...children) => {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    element.append(...children);
    return element;
  };

  const item = ([title, address, kind, campaign, day, illustrative]) => {
    const link = make("a", "", title);
    link.href = address;
    const over = make("p", "over", ...[kind, campaign, day].filter(Boolean).map((text) => make("span", "", text)));
    if (illustrative) over.append(make("b", "mark", inLang("Minh hoạ", "Illustrative")));
    return make("li", "", over, make("p", "title", link));
  };

  let list = [], asked = 0;

  // show puts the next results under those that stand there.
  const show = async () => {
    const mine = asked;
    const { chunk, names } = await load("muc-luc.json");
    const pages = list.slice(results.children.length, results.children.length + step);
    const rows = await Promise.all(pages.map(async (page) => (await load(`trang.${names[Math.floor(page / chunk)]}.json`))[page % chunk]));
    if (mine !== asked) return;
    results.append(...rows.map(item));
    next.hidden = results.children.length >= list.length;
  };

  const say = (text) => { status.textContent = text; };
  const fail = () => {
    say(inLang("Không tải được chỉ mục tìm kiếm. Xin tải lại trang, hoặc chọn trong các danh sách bên dưới.",
      "The search index could not be loaded. Please reload the page, or choose from the lists below."));
    lists.classList.add("shown");
  };

  const run = async (question) => {
    const mine = ++asked;
    results.replaceChildren();
    next.hidden = true;
    lists.classList.toggle("shown", !wordsOf(question).length);
    say(wordsOf(question).length ? inLang("Đang tìm…", "Searching…") : "");
    if (!wordsOf(question).length) return;
    const found = await find(question);
    if (mine !== asked) return;
    list = found.list;
    lists.classList.toggle("shown", !list.length);
    await show();
    if (mine !== asked) return;
    const count = list.length.toLocaleString(lang);
    if (!list.length) say(inLang(`Không tìm thấy trang nào có «${question}».`, `No page has “${question}”.`));
    else if (found.whole) say(inLang(`Tìm thấy ${count} kết quả cho «${question}».`, `Results for “${question}”: ${count}.`));
    else say(inLang(`Không trang nào có đủ các từ «${question}». ${count} trang có một phần.`,
      `No page has all words of “${question}”. Pages with some of them: ${count}.`));
  };

  const fromAddress = () => {
    input.value = new URLSearchParams(location.search).get("q") || "";
    run(input.value.trim()).catch(fail);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.pushState(null, "", "?q=" + encodeURIComponent(input.value.trim()));
    run(input.value.trim()).catch(fail);
  });
  next.addEventListener("click", () => {
    const before = results.children.length;
    show().then(() => {
      results.children[before].querySelector("a").focus();
      say(inLang(`Đang hiện ${results.children.length} trong ${list.length.toLocaleString(lang)} kết quả.`,
        `${results.children.length} of ${list.length.toLocaleString(lang)} results shown.`));
    }).catch(fail);
  });
  addEventListener("popstate", fromAddress);
  fromAddress();
})();
