// What a ranking can do beyond being read: sort, filter, copy the address of a row. Every page is complete
// without it. Rows keep their official order among equals, and one button leads back to it.
"use strict";
(() => {
  const english = document.documentElement.lang === "en";
  const say = (vi, en) => english ? en : vi;
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const collator = new Intl.Collator("vi", { numeric: true });
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/gi, "d").toLowerCase();

  // number reads the first figure of a cell as the page's language writes it: "1.234,5", "▼ giảm 2 bậc" is -2.
  const number = (text) => {
    const found = text.match(english ? /[-−]?\d[\d,]*(\.\d+)?/ : /[-−]?\d[\d.]*(,\d+)?/);
    if (!found) return text.includes(say("giữ", "unchanged")) ? 0 : NaN;
    const plain = english ? found[0].replaceAll(",", "") : found[0].replaceAll(".", "").replace(",", ".");
    const value = parseFloat(plain.replace("−", "-"));
    return text.includes("▼") ? -value : value;
  };

  // compare puts cells without a figure last, whichever way the others go.
  const compare = (a, b, way, textual) => {
    if (textual) return way * collator.compare(a, b);
    const x = number(a), y = number(b);
    if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y);
    return way * (x - y);
  };

  const enhance = (table) => {
    const body = table.tBodies[0];
    const official = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    const status = make("span", { role: "status" });
    const back = make("button", { type: "button", hidden: "" }, say("Về thứ tự chính thức", "Back to the official order"));
    const tools = table.parentElement.previousElementSibling;
    const mark = (head, way) => {
      heads.forEach((h) => h.removeAttribute("aria-sort"));
      if (head) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      back.hidden = !head;
    };

    const sort = (head, label) => {
      const column = head.cellIndex;
      const textual = head.classList.contains("t") && !official.some((row) => /[▲▼]/.test(row.cells[column].textContent));
      const first = textual || column === 0 ? 1 : -1;
      const now = head.getAttribute("aria-sort");
      const way = !now ? first : now === "ascending" ? -1 : 1;
      const text = (row) => row.cells[column].firstChild ? row.cells[column].textContent.trim() : "";
      body.append(...[...official].sort((a, b) => compare(text(a), text(b), way, textual)));
      mark(head, way);
      status.textContent = say(`Đã sắp theo ${label}, ${way > 0 ? "tăng dần" : "giảm dần"}.`,
        `Sorted by ${label}, ${way > 0 ? "ascending" : "descending"}.`);
    };

    heads.forEach((head) => {
      const words = head.firstElementChild; // its style is the button's, so that nothing moves
      const label = words.firstChild.textContent.trim();
      const button = make("button", { type: "button" }, ...words.childNodes);
      button.addEventListener("click", () => sort(head, label));
      words.replaceWith(button);
    });
    back.addEventListener("click", () => {
      body.append(...official);
      mark(null);
      status.textContent = say("Đã trở về thứ tự chính thức.", "Back in the official order.");
      heads[0].querySelector("button").focus();
    });

    if (official.length > 10) {
      const input = make("input", { type: "search", autocomplete: "off" });
      input.addEventListener("input", () => {
        const words = fold(input.value).trim();
        let shown = 0;
        official.forEach((row) => {
          row.hidden = !fold(row.querySelector("th").textContent).includes(words);
          if (!row.hidden) shown++;
        });
        status.textContent = words ? say(`Còn ${shown} trong ${official.length} hàng.`, `${shown} of ${official.length} rows shown.`) : "";
      });
      tools.append(make("label", {}, say("Lọc theo tên ", "Filter by name "), input));
    }
    tools.append(back, status);
    copyRows(body, status);
  };

  // copyRows lets the rank, a link to its own row, put the row's address on the clipboard as well.
  const copyRows = (body, status) => {
    body.addEventListener("click", (event) => {
      const link = event.target.closest('td:first-child > a[href^="#"]');
      if (!link || !navigator.clipboard) return;
      navigator.clipboard.writeText(link.href).then(
        () => { status.textContent = say("Đã chép địa chỉ của hàng này.", "The address of this row has been copied."); },
        () => {},
      );
    });
  };

  // A region that has nothing to scroll is no stop for the keyboard.
  const fit = () => {
    for (const region of document.querySelectorAll(".scroll, .table-scroll, pre")) {
      if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  };

  document.querySelectorAll("table[data-sort]").forEach((table) => {
    if (table.tBodies[0] && table.tBodies[0].rows.length > 1) enhance(table);
  });
  fit();
  addEventListener("resize", fit);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
})();
