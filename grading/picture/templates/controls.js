// What the learner does: step, choose who goes on, come back. Everything that is shown follows from `path` and `at`.
const the = (id) => document.getElementById(id);
const seen = new Map(); // outcomes by their words: how often the learner came there
let path = [], at = 0; // the choices so far, and the stop that is looked at
let stops = [], held = [], diagram = null;

const isShown = () => picture.path.join() === path.join();

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function take(newPath, newAt) {
  path = newPath;
  stops = stopsAlong(path);
  held = holdings(stops);
  at = Math.min(newAt(), stops.length - 1);
  draw();
  show();
}

function goTo(place) {
  at = Math.max(0, Math.min(place, stops.length - 1));
  show();
}

/** The next step; at the end of a path of the learner's own, the default goes on. */
function forward() {
  const { node } = stops[at];
  if (at < stops.length - 1) goTo(at + 1);
  else if (node.default !== null && node.choices[node.default] !== null) choose(node.default);
}

function choose(thread) {
  const { node, depth, isLast } = stops[at];
  if (!isLast || node.choices[thread] === undefined || node.choices[thread] === null) return;
  if (path[depth] === thread) return goTo(at + 1);
  const next = at + 1;
  take([...path.slice(0, depth), thread], () => next);
}

function end() {
  take(isShown() ? path : toTheEnd(path), () => Infinity);
}

/** The shown schedule again, where the learner left it. */
function back() {
  const common = path.findIndex((choice, depth) => choice !== picture.path[depth]);
  take(picture.path, () => stops.findLastIndex((stop) => stop.depth <= (common < 0 ? path.length : common)));
}

function draw() {
  diagram = drawDiagram(stops, held, the("diagram").clientWidth - 2, goTo);
  the("diagram").replaceChildren(diagram.root);
  diagram.fit();
  the("steps").replaceChildren(...stops.map((_, place) => element("li", stepSentence(stops, place))));
}

function show() {
  const stop = stops[at];
  if (stop.isLast && stop.node.end) seen.set(outcome(stop.node.end), stop.node.end);
  the("readout").textContent = sentence(stops, held, at);
  the("way").textContent = isShown() ? the("way").dataset.shown : "This is a way of your own.";
  the("back").hidden = isShown();
  setDisabled("first", at === 0);
  setDisabled("previous", at === 0);
  const isOver = at === stops.length - 1;
  setDisabled("next", isOver && !picture.nodes[stop.node.choices[stop.node.default]]);
  setDisabled("last", isOver && (isShown() || toTheEnd(path).length === path.length));
  showChoices(stop);
  showEnd(stop);
  showSource(stop.step);
  showTables();
  [...the("steps").children].forEach((item, place) => (place === at ? item.setAttribute("aria-current", "step") : item.removeAttribute("aria-current")));
  keepInSight(the("diagram"), diagram.mark(at));
}

const setDisabled = (id, isDisabled) => the(id).setAttribute("aria-disabled", isDisabled); // the focus stays on it

function showChoices({ node, isLast, depth }) {
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
    button.addEventListener("click", () => {
      choose(thread);
      if (!isNull) the("next").focus({ preventScroll: true }); // this button is gone
    });
    return button;
  }));
  the("unknown").hidden = !able.some((thread) => node.choices[thread] === null);
}

function showEnd({ node, isLast }) {
  the("ending").hidden = !(isLast && node.end);
  if (isLast && node.end) {
    the("result").textContent = node.end.failed ? "It ends here: failed." : "It ends here: passed.";
    the("result").className = node.end.failed ? "failed" : "passed";
    the("message").textContent = [node.end.message, ...node.end.ending].filter(Boolean).join("\n");
    the("message").hidden = the("message").textContent === "";
  }
  const all = new Set(picture.nodes.filter((each) => each.end).map((each) => outcome(each.end))).size;
  const ways = `${picture.all ? "" : "at least "}${count(all, "way")}`;
  the("found").textContent = `You have seen ${seen.size} of the ${ways} in which it can end${seen.size ? ":" : "."}`;
  the("outcomes").replaceChildren(...[...seen.keys()].map((text) => element("li", text)));
}

function showSource(step) {
  if (!step) return;
  for (const file of document.querySelectorAll("[data-file]")) {
    const isHere = file.dataset.file === step.f;
    file.hidden = !isHere;
    file.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const line = isHere && file.querySelector("ol").children[step.l - 1];
    if (!line) continue;
    line.setAttribute("aria-current", "true");
    keepInSight(file.querySelector(".source"), { top: line.offsetTop, bottom: line.offsetTop + line.offsetHeight, left: 0 });
  }
}

function row(head, cells, isChanged = false) {
  const made = element("tr", "", isChanged ? { class: "changed" } : {});
  made.append(element("th", head, { scope: "row", dir: "auto" }), ...cells.map((cell) => element("td", cell, { dir: "auto" })));
  return made;
}

function showTables() {
  const values = variablesAt(stops, at).map(([name, value, isNew]) => row(name, [value, isNew ? "◀ changed" : ""], isNew));
  the("variables").replaceChildren(...values);
  the("no-variables").hidden = values.length > 0;
  const now = held.filter((each) => each.from <= at && at <= each.to);
  the("locks").replaceChildren(...picture.locks.map((lock) => {
    const holders = now.filter((each) => each.lock === lock).map((each) => nameOf(each.thread));
    return row(lock, [holders.length ? `held by ${listed(holders, "and")}` : "free"]);
  }));
  the("threads").replaceChildren(...picture.threads.map((name, thread) => {
    const last = lastStep(stops, at, thread);
    const isNow = thread === stops[at].thread;
    return row(name, last ? [`${last.f} ${last.l}`, whatHappens(last), isNow ? "◀ now" : ""] : ["", "nothing yet", ""], isNow);
  }));
}

function keepInSight(frame, { top, bottom, left }) {
  const margin = Math.min(80, frame.clientHeight / 4);
  if (top - margin < frame.scrollTop) frame.scrollTop = top - margin;
  if (bottom + margin > frame.scrollTop + frame.clientHeight) frame.scrollTop = bottom + margin - frame.clientHeight;
  frame.scrollLeft = left > frame.clientWidth / 2 ? left - frame.clientWidth / 4 : 0;
}

const KEYS = { ArrowRight: forward, ArrowLeft: () => goTo(at - 1), Home: () => goTo(0), End: end };

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isDigit = /^[1-9]$/.test(event.key) && the("digits").checked;
  const choice = isDigit && stops[at].isLast && Object.keys(stops[at].node.choices)[event.key - 1];
  const action = choice ? () => choose(choice) : KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

for (const [id, action] of [["first", KEYS.Home], ["previous", KEYS.ArrowLeft], ["next", forward], ["last", end], ["back", back]]) {
  the(id).addEventListener("click", action);
}
let width = innerWidth;
addEventListener("resize", () => {
  if (width === innerWidth) return; // a phone's address bar comes and goes
  width = innerWidth;
  draw();
  show();
});
document.querySelectorAll(".with-script").forEach((each) => { each.hidden = false; });
take(picture.path, () => 0);
