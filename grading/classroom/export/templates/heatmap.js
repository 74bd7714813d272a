
"use strict";
const table = document.getElementById("heatmap");
if (table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headers = [...table.querySelectorAll("[data-sort]")];
  const input = document.getElementById("filter");
  const status = document.querySelector(".filter [role=status]");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const nameOf = (row) => row.cells[0].textContent;
  const shareOf = (row) => Number(row.cells[1].dataset.value);
  const orders = {
    text: (a, b) => nameOf(a).localeCompare(nameOf(b)),
    number: (a, b) => shareOf(a) - shareOf(b),
  };

  // One grade is in the tab order, and the arrow keys move to the others: nobody tabs through thousands of links.
  const linksOf = (row) => [...row.querySelectorAll("td a")];
  let current = null;
  function makeCurrent(link) {
    if (current) current.tabIndex = -1;
    current = link;
    if (current) current.tabIndex = 0;
  }
  const shown = () => [...body.rows].filter((row) => !row.hidden);
  function firstIsCurrent() {
    const first = shown()[0];
    makeCurrent(first ? linksOf(first)[0] : null);
  }
  rows.flatMap(linksOf).forEach((link) => { link.tabIndex = -1; });
  firstIsCurrent();

  body.addEventListener("focusin", (event) => {
    if (event.target.closest("td")) makeCurrent(event.target);
  });
  body.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || event.altKey || event.metaKey || event.shiftKey) return;
    const lines = shown();
    const links = linksOf(cell.parentElement);
    let y = lines.indexOf(cell.parentElement);
    let x = links.indexOf(event.target);
    switch (event.key) {
      case "ArrowLeft": x -= 1; break;
      case "ArrowRight": x += 1; break;
      case "ArrowUp": y -= 1; break;
      case "ArrowDown": y += 1; break;
      case "Home": x = 0; if (event.ctrlKey) y = 0; break;
      case "End": x = links.length - 1; if (event.ctrlKey) y = lines.length - 1; break;
      default: return;
    }
    event.preventDefault();
    const next = lines[y] && linksOf(lines[y])[x];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "nearest", inline: "nearest" }); // focus() leaves half of it out of sight
    }
  });

  function sortBy(header) {
    const falling = header.ariaSort ? header.ariaSort === "ascending" : header.dataset.sort === "number";
    headers.forEach((each) => { each.ariaSort = null; });
    header.ariaSort = falling ? "descending" : "ascending";
    const order = orders[header.dataset.sort];
    rows.sort((a, b) => (falling ? order(b, a) : order(a, b)));
    body.append(...rows);
    firstIsCurrent();
  }
  headers.forEach((header) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sortBy(header));
    header.append(button);
  });

  function filter() {
    const wanted = plain(input.value.trim());
    rows.forEach((row) => { row.hidden = !plain(nameOf(row)).includes(wanted); });
    status.textContent = `${shown().length} of ${rows.length} students`;
    firstIsCurrent();
  }
  input.addEventListener("input", filter);
  document.querySelectorAll(".filter, .with-script").forEach((each) => { each.hidden = false; });
}
