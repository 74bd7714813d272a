// What is shown beside the diagram: who can go on, how it ends, the source, the values. All from what it is given.
const the = (id) => document.getElementById(id);
const outcomes = new Set(picture.nodes.filter((each) => each.end).map((each) => outcome(each.end)));
const seen = new Set(); // of these, where the learner came

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Buttons for those who can go on; `path` says who did, `choose` is called with who is to. */
function showChoices({ node, isLast, depth }, path, choose) {
  const able = isLast ? Object.keys(node.choices) : [];
  the("choices").hidden = able.length === 0;
  the("choose").replaceChildren(...able.map((thread, index) => {
    const isNull = node.choices[thread] === null;
    const notes = [
      thread === node.default ? "default" : "", isNull ? "not executed ahead" : "",
      path[depth] === thread ? "taken here" : "",
    ].filter(Boolean);
    const name = `${nameOf(thread)} goes on${notes.length ? ` (${notes.join(", ")})` : ""}`;
    const button = element("button", "", { type: "button", "aria-disabled": isNull });
    if (index < 9) button.append(element("kbd", String(index + 1)), " ");
    button.append(name);
    button.addEventListener("click", () => choose(thread));
    return button;
  }));
  the("unknown").hidden = !able.some((thread) => node.choices[thread] === null);
}

function showEnd({ node, isLast }) {
  const end = isLast ? node.end : null;
  the("result").textContent = end ? `It ends here: ${brief(end)}` : "";
  the("result").className = end?.failed ? "failed" : "passed";
  if (end) seen.add(outcome(end));
  the("found").textContent = `Ways in which it can end: you have seen ${seen.size} of ${picture.all ? "" : "at least "}${outcomes.size}${seen.size ? ":" : "."}`;
  the("outcomes").replaceChildren(...[...seen].map((text) => element("li", text, end && text === outcome(end) ? { "aria-current": "true" } : {})));
}

/** The file and line where the thread of this step is; no line, and the file that is open, where none is known yet. */
function showSource(step) {
  for (const file of document.querySelectorAll("[data-file]")) {
    file.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (!step) continue;
    const isHere = file.dataset.file === step.f;
    file.hidden = !isHere;
    const line = isHere && file.querySelector("ol").children[step.l - 1];
    if (!line) continue;
    line.setAttribute("aria-current", "true");
    keepInSight(file.querySelector(".source"), { top: line.offsetTop, bottom: line.offsetTop + line.offsetHeight, left: 0 });
  }
}

function row(head, cell, isChanged = false) {
  const made = element("tr", "", isChanged ? { class: "changed" } : {});
  made.append(element("th", head, { scope: "row", dir: "auto" }), element("td", cell, { dir: "auto" }));
  return made;
}

function showTables(stops, held, at) {
  const values = variablesAt(stops, at).map(([name, value, isNew]) => row(name, `${value}${isNew ? " ◀ changed" : ""}`, isNew));
  the("variables").replaceChildren(...values);
  the("no-variables").hidden = values.length > 0;
  const rows = picture.threads.flatMap((name, thread) => {
    const locks = locksOf(thread, held, at);
    const last = lastStep(stops, at, thread);
    return locks.length || last?.waits ? [row(name, `${holds(locks)}${last?.waits ? `, ${last.note}` : ""}`)] : [];
  });
  the("locks").replaceChildren(...rows);
  the("no-locks").hidden = rows.length > 0;
  the("threads").replaceChildren(...picture.threads.map((name, thread) => {
    const last = lastStep(stops, at, thread);
    const isNow = thread === stops[at].thread;
    return row(name, last ? `${isNow ? "▶ " : ""}${last.f} ${last.l}: ${whatHappens(last)}` : "nothing yet", isNow);
  }));
}

function keepInSight(frame, { top, bottom, left }) {
  const isOut = top < frame.scrollTop || bottom > frame.scrollTop + frame.clientHeight;
  if (isOut) frame.scrollTop = (top + bottom - frame.clientHeight) / 2;
  frame.scrollLeft = left > frame.clientWidth / 2 ? left - frame.clientWidth / 4 : 0;
}
