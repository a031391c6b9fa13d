"use strict";
// The filters of the report.  Without this script everything is shown; nothing is fetched.
(() => {
  const form = document.querySelector("form.filters");
  const rows = [...document.querySelectorAll("details.row")];
  const boxes = form ? [...form.querySelectorAll("input")] : [];
  const choice = form && form.querySelector("select");
  const folded = (row) => row.querySelector("details.marks");
  const first = new Map(rows.map((row) => [row, row.open]));

  const open = (row, all) => {
    row.open = true;
    if (all && folded(row)) folded(row).open = true;
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("details.row")) target.open = true;
  };

  const filter = () => {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const kind = choice.value;
    const all = wanted.size === boxes.length && !kind;
    let count = 0;
    for (const row of rows) {
      let left = 0;
      if (!kind || row.dataset.kinds.split(" ").includes(kind)) {
        for (const item of row.querySelectorAll("li")) {
          const shown = wanted.has(item.className) && (!kind || item.dataset.kind === kind);
          item.hidden = !shown;
          if (shown) left += Number(item.dataset.count || 1);
        }
      }
      row.hidden = !left;
      count += left;
      if (!left) continue;
      for (const box of row.querySelectorAll(".cell, .marks")) {
        box.hidden = !box.querySelector("li:not([hidden])");
      }
      row.open = all ? first.get(row) : true;
      if (folded(row)) folded(row).open = Boolean(kind);
    }
    const says = form.querySelector("output");
    const number = count.toLocaleString("fr-FR");
    says.value = count > 1 ? `${number} ${says.dataset.many}` : count ? says.dataset.one : says.dataset.none;
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      for (const row of rows) {
        if (button.dataset.open) open(row, true);
        else row.open = false;
      }
    });
    filter();
  }

  let before = null;
  addEventListener("beforeprint", () => {
    before = rows.map((row) => row.open);
    for (const row of rows) row.open = true;
  });
  addEventListener("afterprint", () => {
    if (before) rows.forEach((row, place) => { row.open = before[place]; });
    before = null;
  });
  addEventListener("hashchange", reveal);
  reveal();
})();
