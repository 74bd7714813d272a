// Draws the stops of a path in SVG: a lane for each thread, time downwards, one row for each stop.
const ROW = 26, GUTTER = 34, HEAD = 24, TEXT = 16, LEAST_LANE = 30, WIDEST_LANE = 220, LONGEST = 48;

function svg(name, attributes = {}, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

const clipped = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** What is written in a thread's markers, which are small. */
const markOf = (thread) => (nameOf(thread).length <= 2 ? nameOf(thread) : thread === 0 ? "T" : String(thread));

/** Where things are: the x of a lane, the y of a row, the y of a lane's name, which may need a row of its own. */
function layout(width, rows) {
  const lanes = picture.threads.length;
  const forText = Math.min(360, width * 0.72);
  const lane = Math.max(LEAST_LANE, Math.min(WIDEST_LANE, (width - GUTTER - forText) / Math.max(1, lanes - 1)));
  const isStaggered = picture.threads.some((name) => (name.length + 3) * 8 > lane);
  const head = HEAD * (isStaggered ? lanes : 1) + ROW / 2;
  return {
    x: (thread) => GUTTER + lane * thread,
    y: (row) => head + ROW * row + ROW / 2,
    headY: (thread) => HEAD * (isStaggered ? thread : 0) + HEAD / 2,
    height: head + ROW * rows,
  };
}

/** The drawing of all stops: `root` is the SVG, `mark` moves the highlight and says where it is. */
function drawDiagram(stops, held, width, onPick) {
  const end = stops.at(-1).node.end;
  const place = layout(width, stops.length + 1);
  const root = svg("svg", { role: "img", "aria-label": `Swim lanes of ${count(picture.threads.length, "thread")}, ${count(stops.length, "step")}; the same as text is in the list of all steps.` });
  const waiting = waits(stops);
  const starts = startRows(stops);
  const rows = stops.map((stop, at) => drawRow(stop, at, whatAt(stops, at), takenAt(held, at), place, () => onPick(at)));
  const bands = rows.map((row) => row.band);
  root.append(
    ...bands,
    ...placesByThread(stops).flatMap((places, thread) => drawLane(thread, places, starts, waiting, stops, place)),
    ...held.map((each) => drawHolding(each, place)),
    ...waiting.filter((each) => each.ended).map((each) => drawJoin(each, stops, place)).filter(Boolean),
    ...picture.threads.map((_, thread) => drawHead(thread, place)),
    ...rows.map((row) => row.group),
    drawEnd(end, stops.length, place),
  );
  return {
    root,
    /** To be called once it is in the page, where text has a width. */
    fit() {
      const full = Math.max(width, Math.ceil(root.getBBox().x + root.getBBox().width) + 4);
      root.setAttribute("width", full);
      root.setAttribute("height", place.height);
      root.setAttribute("viewBox", `0 0 ${full} ${place.height}`);
      bands.forEach((band) => band.setAttribute("width", full - 2));
    },
    mark(at) {
      [...bands, ...rows.map((row) => row.group)].forEach((each) => each.classList.remove("current"));
      bands[at].classList.add("current");
      rows[at].group.classList.add("current");
      return { top: place.y(at) - ROW / 2, bottom: place.y(at) + ROW / 2, left: place.x(stops[at].thread) };
    },
  };
}

/** At which stop each thread was started, where the source says so: threads are numbered as they are started. */
function startRows(stops) {
  const found = [undefined];
  stops.forEach(({ step }, at) => {
    if (step && step.note === "" && /\.start\(/.test(sourceOf(step))) found.push(at);
  });
  const places = placesByThread(stops);
  const isSure = places.every((own, thread) => thread === 0 || own.length === 0 || found[thread] < own[0]);
  return isSure && found.length <= picture.threads.length ? found : [];
}

function drawLane(thread, places, starts, waiting, stops, place) {
  const started = starts[thread];
  if (places.length === 0 && started === undefined) return [];
  const x = place.x(thread);
  const own = waiting.filter((each) => each.thread === thread);
  const top = started === undefined ? place.y(places[0]) : place.y(started) + ROW / 2;
  const last = Math.max(places.at(-1) ?? started, ...own.map((each) => each.to));
  const parts = [svg("path", { class: "life", d: `M${x} ${top}V${place.y(last)}` })];
  if (started !== undefined) {
    const from = place.x(stops[started].thread);
    parts.push(svg("path", { class: "arrow", d: `M${from} ${top - ROW / 2}V${top}H${x - 1}m-6 -4l6 4l-6 4` }));
  }
  own.forEach(({ from, to }) => {
    parts.push(svg("path", { class: "gap", d: `M${x} ${place.y(from)}V${place.y(to)}` }));
    parts.push(svg("path", { class: "waiting", d: `M${x} ${place.y(from)}V${place.y(to)}` }));
  });
  return parts;
}

/** From the last step of the thread that was waited for to where the other goes on. */
function drawJoin({ thread, from, to }, stops, place) {
  const step = stops[from].step;
  const whom = picture.threads.indexOf(step.blockedBy);
  if (whom < 0 || picture.threads.lastIndexOf(step.blockedBy) !== whom || !/\.join\(/.test(sourceOf(step))) return null;
  const last = placesByThread(stops)[whom].findLast((at) => at < to);
  if (last === undefined) return null;
  const y = place.y(to) - ROW / 2;
  const x = place.x(thread);
  return svg("path", { class: "arrow", d: `M${place.x(whom)} ${place.y(last)}V${y}H${x + 1}m6 -4l-6 4l6 4` });
}

function drawHolding({ thread, lock, from, to }, place) {
  const number = Math.min(picture.locks.indexOf(lock), 2); // further locks share the third place
  const bar = svg("rect", {
    class: "lock", x: place.x(thread) - 15 - 5 * number, width: 4,
    y: place.y(from) - 9, height: place.y(to) - place.y(from) + 18,
  });
  bar.append(svg("title", {}, `${nameOf(thread)} holds ${lock}`));
  return bar;
}

function drawHead(thread, place) {
  const group = svg("g", { class: "head", transform: `translate(${place.x(thread)} ${place.headY(thread)})` });
  group.append(svg("circle", { r: 9 }), svg("text", { class: "mark" }, markOf(thread)), svg("text", { x: TEXT }, clipped(nameOf(thread), LONGEST)));
  return group;
}

const takenAt = (held, at) => held.filter((each) => each.from === at).map((each) => each.lock).join(", ");

const SHAPES = {
  step: () => svg("circle", { r: 9 }),
  waits: () => svg("circle", { r: 9, "stroke-dasharray": "3 3" }),
  conflict: () => svg("path", { d: "M0 -12.5L12.5 0L0 12.5L-12.5 0Z" }),
};

function drawRow(stop, at, what, taken, place, onPick) {
  const y = place.y(at);
  const kind = stop.isConflict ? "conflict" : stop.step?.waits ? "waits" : "step";
  const band = svg("rect", { class: "band", x: 1, y: y - ROW / 2, height: ROW, rx: 4 });
  const group = svg("g", { class: `row ${kind}`, transform: `translate(${place.x(stop.thread)} ${y})` });
  const told = `${stop.step ? `${lineOf(stop.step)}: ` : ""}${clipped(what, LONGEST)}`;
  const text = svg("text", { class: "told", x: TEXT }, told);
  if (stop.isConflict) text.append(svg("tspan", { class: "tag" }, " conflict"));
  if (taken) text.append(svg("tspan", { class: "taken" }, ` ▌takes ${clipped(taken, LONGEST / 2)}`));
  group.append(SHAPES[kind](), svg("text", { class: "mark" }, markOf(stop.thread)), text);
  const left = -place.x(stop.thread);
  group.append(svg("path", { class: "pointer", d: `M${left + 3} -5l8 5l-8 5z` }));
  if (stop.isLast && Object.keys(stop.node.choices).length > 1) {
    const fork = svg("path", { class: "fork", d: `M${left + 13} ${ROW / 2 - 6}v4l-3 5m3 -5l3 5` });
    fork.append(svg("title", {}, choiceSentence(stop)));
    group.append(fork);
  }
  group.append(svg("title", {}, `${nameOf(stop.thread)}: ${what}`));
  for (const each of [band, group]) each.addEventListener("click", onPick);
  return { band, group };
}

function drawEnd(end, row, place) {
  const text = end ? clipped(brief(end), LONGEST) : "… and then? Choose who goes on.";
  return svg("text", { class: `end ${end ? (end.failed ? "failed" : "passed") : ""}`, x: 6, y: place.y(row) }, text);
}
