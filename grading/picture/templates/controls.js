// What the learner does: step, choose who goes on, come back. Everything that is shown follows from `path` and `at`.
let path = [], at = 0; // the choices so far, and the stop that is looked at
let stops = [], held = [], diagram = null;

const isShown = () => picture.path.join() === path.join();

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
  const focused = document.activeElement;
  the("readout").textContent = sentence(stops, held, at);
  the("way").textContent = isShown() ? the("way").dataset.shown : "This is a way of your own.";
  the("back").hidden = isShown();
  setDisabled("first", at === 0);
  setDisabled("previous", at === 0);
  const isOver = at === stops.length - 1;
  setDisabled("next", isOver && !picture.nodes[stop.node.choices[stop.node.default]]);
  setDisabled("last", isOver && (isShown() || toTheEnd(path).length === path.length));
  showChoices(stop, path, choose);
  showEnd(stop);
  showSource(stop.step ?? lastStep(stops, at, stop.thread));
  showTables(stops, held, at);
  [...the("steps").children].forEach((item, place) => { item.ariaCurrent = place === at ? "step" : null; });
  keepInSight(the("diagram"), diagram.mark(at));
  if (!focused.isConnected || focused.closest("[hidden]")) the("next").focus({ preventScroll: true }); // its button is gone
}

const setDisabled = (id, isDisabled) => the(id).setAttribute("aria-disabled", isDisabled); // the focus stays on it

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
