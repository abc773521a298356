// What a ranking can do beyond being read: sort, filter, copy the address of a row. Every page is complete
// without it. Rows keep their official order among equals, and one button leads back to it.
"use strict";
(() => {
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const collator = new Intl.Collator("vi", { numeric: true });
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/gi, "d").toLowerCase();

  // number reads the first figure of a cell as Vietnamese writes it: "1.234,5", "▼ giảm 2 bậc" is -2.
  const number = (text) => {
    const found = text.match(/[-−]?\d[\d.]*(,\d+)?/);
    if (!found) return text.includes("giữ") ? 0 : NaN;
    const value = parseFloat(found[0].replace("−", "-").replaceAll(".", "").replace(",", "."));
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
    const back = make("button", { type: "button", hidden: "" }, "Về thứ tự chính thức");
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
      status.textContent = `Đã sắp theo ${label}, ${way > 0 ? "tăng dần" : "giảm dần"}.`;
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
      status.textContent = "Đã trở về thứ tự chính thức.";
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
        status.textContent = words ? `Còn ${shown} trong ${official.length} hàng.` : "";
      });
      tools.append(make("label", {}, "Lọc theo tên ", input));
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
        () => { status.textContent = "Đã chép địa chỉ của hàng này."; },
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
