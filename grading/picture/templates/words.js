// What is said of a stop, in plain sentences: read aloud, shown above the diagram, and in the list of all steps.
const listed = (names, word) => [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(` ${word} `);
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const sourceOf = ({ f, l }) => (picture.files[f] ?? "").split("\n")[l - 1]?.trim() ?? "";
const lineOf = ({ f, l }) => (f.startsWith("test_") ? `test ${l}` : String(l));
const whatHappens = (step) => step.note || sourceOf(step);
const whatAt = (stops, at) => (stops[at].step ? whatHappens(stops[at].step) : isFirst(stops, at) ? "begins" : "goes on");

function stepSentence(stops, at) {
  const { step, thread, isConflict } = stops[at];
  if (!step) return `${nameOf(thread)} ${whatAt(stops, at)}.`;
  const mark = isConflict ? " (in conflict)" : "";
  return `${nameOf(thread)}, ${step.f} line ${step.l}: ${whatHappens(step).replace(/[:.…]+$/, "")}${mark}.`;
}

const locksOf = (thread, held, at) =>
  held.filter((each) => each.thread === thread && each.from <= at && at <= each.to).map((each) => each.lock);
const holds = (locks) => `holds ${locks.length ? listed(locks, "and") : "no lock"}`;

function choiceSentence({ node, isLast }) {
  const able = Object.keys(node.choices).map((thread) => nameOf(thread));
  if (!isLast || able.length === 0) return "";
  return able.length === 1 ? `Only ${able[0]} can go on.` : `Now ${listed(able, "or")} can go on.`;
}

/** All of a stop; `total` is said where the path has come to an end. */
function sentence(stops, held, at) {
  const stop = stops[at];
  const total = stops.at(-1).node.end ? ` of ${stops.length}` : "";
  return [
    `Step ${at + 1}${total}: ${stepSentence(stops, at)}`, stop.step ? `${capital(nameOf(stop.thread))} ${holds(locksOf(stop.thread, held, at))}.` : "",
    choiceSentence(stop),
  ].filter(Boolean).join(" ");
}

/** An end in one short line: what came, without what was called. */
function brief(end) {
  const lines = end.message.replace(/\n\s+/g, " ").split("\n").filter((line) => line && !line.startsWith("called "));
  const text = lines.slice(0, 2).map((line) => line.trim().replace(/\s+/g, " ")).join(", ");
  return end.failed ? `✗ failed: ${text || end.ending.join(", ")}` : "✓ passed";
}

/** An end in words, and the same for ends that a learner would call the same. */
function outcome(end) {
  const text = [end.message, ...end.ending].filter(Boolean).join("\n").trim();
  return `${end.failed ? "failed" : "passed"}${text ? `: ${text}` : ""}`;
}
