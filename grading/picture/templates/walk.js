// The tree of schedules: which stops a path of choices leads to, and what holds at each of them. Draws nothing.
const picture = JSON.parse(document.getElementById("picture").textContent);
const nameOf = (thread) => picture.threads[thread];

function nodesAlong(path) {
  const nodes = [picture.nodes[0]];
  for (const choice of path) nodes.push(picture.nodes[nodes.at(-1).choices[choice]]);
  return nodes;
}

/**
 * One stop for each step of the path. A node without steps is a stop too, as a choice can be made there: a thread went
 * on, or began, and came to where others can go on before it did anything that is recorded.
 */
function stopsAlong(path) {
  return nodesAlong(path).flatMap((node, depth) => {
    const steps = node.steps.length ? node.steps.map((index) => picture.steps[index]) : [null];
    return steps.map((step, position) => ({
      step, node, depth,
      thread: step ? step.t : Number(path[depth - 1] ?? 0),
      isConflict: node.conflict.includes(position),
      isLast: position === steps.length - 1,
    }));
  });
}

/** Where each thread's own stops are, by thread. */
function placesByThread(stops) {
  const places = picture.threads.map(() => []);
  stops.forEach((stop, at) => places[stop.thread].push(at));
  return places;
}

/** The step that the thread does if it goes on at the end of the path, as far as that was executed. */
function stepAhead(stops, thread) {
  const following = picture.nodes[stops.at(-1).node.choices[thread]];
  const index = following?.steps.find((each) => picture.steps[each].t === thread);
  return picture.steps[index];
}

/**
 * From which stop to which a thread holds a lock: {thread, lock, from, to}.
 * Taking a lock is noted before it is done, so it is in the thread's next step that it has it. Giving it back is not
 * noted at all: what the thread does not have in its next step, or has no next step for, it has had until this one.
 */
function holdings(stops) {
  const found = [];
  const waiting = waits(stops);
  placesByThread(stops).forEach((all, thread) => {
    const places = all.filter((at) => stops[at].step);
    const open = new Map();
    places.forEach((at, index) => {
      const { held, note, waits } = stops[at].step;
      const isLast = index === places.length - 1;
      const next = isLast ? stepAhead(stops, thread) : stops[places[index + 1]].step;
      const lastWait = waiting.find((each) => each.thread === thread && each.from === at);
      const until = isLast ? lastWait?.to ?? stops.length - 1 : places[index + 1];
      const taken = note === "" && next && !next.waits ? next.held : [];
      const has = new Set([...held, ...taken]);
      for (const lock of has) {
        if (!open.has(lock)) open.set(lock, { thread, lock, from: at });
        const goesOn = next ? next.held.includes(lock) : waits;
        open.get(lock).to = goesOn ? until : at;
        if (goesOn && !isLast) continue;
        found.push(open.get(lock));
        open.delete(lock);
      }
    });
  });
  return found;
}

/**
 * From which stop to which a thread waits: {thread, from, to, ended}, where `ended` says that it went on at `to`.
 * What it does last is often not recorded. It has gone on all the same when one that waited for it could.
 */
function waits(stops) {
  const found = placesByThread(stops).flatMap((places, thread) => places.flatMap((at, index) => {
    if (!stops[at].step?.waits) return [];
    const next = places[index + 1];
    return [{ thread, from: at, to: next ?? stops.length - 1, ended: next !== undefined }];
  }));
  for (const each of found.filter(({ ended }) => !ended)) {
    const freed = found.find(({ from, to, ended }) => ended && to > each.from && stops[from].step.blockedBy === nameOf(each.thread));
    each.to = freed?.to ?? each.to;
  }
  return found;
}

/** The variables that are known at a stop: [name, value, whether this step made it so]. */
function variablesAt(stops, at) {
  const values = new Map();
  let changed = null;
  for (const { step } of stops.slice(0, at + 1)) {
    changed = null;
    if (!step?.sets) continue;
    const [name, value] = step.sets;
    if (values.get(name) !== value) changed = name;
    values.set(name, value);
  }
  return [...values].map(([name, value]) => [name, value, name === changed]);
}

/** Whether a thread does nothing before this stop. */
const isFirst = (stops, at) => stops.findIndex((stop) => stop.thread === stops[at].thread) === at;

/** A thread's last step up to a stop, if any. */
function lastStep(stops, at, thread) {
  return stops.slice(0, at + 1).findLast((stop) => stop.step && stop.thread === thread)?.step;
}

/** The way on without a choice of the learner's: the default at each choice, until an end or what was not executed. */
function toTheEnd(path) {
  const further = [...path];
  for (let node = nodesAlong(path).at(-1); picture.nodes[node.choices[node.default]];) {
    further.push(node.default);
    node = picture.nodes[node.choices[node.default]];
  }
  return further;
}
