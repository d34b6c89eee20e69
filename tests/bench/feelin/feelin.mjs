// Evaluates and times each expression of extract.py with feelin.
// Usage: node feelin.mjs EXPRESSIONS.jsonl > TIMES.jsonl      {"id":..,"right":..,"ns":..} a line
import { readFileSync } from "node:fs";
import { evaluate } from "@bpmn-io/feelin";

const kBatchNs = 1_500_000n;
const kBatches = 5;

const kMarks = { "@date": "date", "@time": "time", "@datetime": "date and time", "@duration": "duration" };

// Our typed JSON as feelin's own values; throws where it has none for it.
function revive(value) {
  if (Array.isArray(value)) return value.map(revive);
  if (value === null || typeof value !== "object") return value;
  const [[key, text] = []] = Object.entries(value);
  if (key in kMarks) return evaluate(`${kMarks[key]}("${text}")`).value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, revive(each)]));
}

// The kit's own tolerance for numbers.
function same(actual, expected) {
  if (expected === null) return actual === null || actual === undefined;
  if (actual === null || actual === undefined) return false;
  if (typeof expected === "number") {
    return typeof actual === "number" && Math.abs(actual - expected) < 1e-8;
  }
  if (typeof expected !== "object") return actual === expected;
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && actual.length === expected.length &&
           expected.every((each, i) => same(actual[i], each));
  }
  if (typeof expected.toISO === "function") {
    return evaluate("a = b", { a: actual, b: expected }).value === true;
  }
  const names = Object.keys(expected);
  return typeof actual === "object" && Object.keys(actual).length === names.length &&
         names.every((name) => same(actual[name], expected[name]));
}

function attempt(call) {
  try {
    return { value: call() };
  } catch (error) {
    return { error };
  }
}

// Not right is also what ends in an exception, and what feelin has no value for.
function isRight({ text, inputs, expected }) {
  return attempt(() => same(evaluate(text, revive(inputs)).value, revive(expected))).value === true;
}

function batchNs(text, inputs, count) {
  const before = process.hrtime.bigint();
  for (let i = 0; i < count; ++i) attempt(() => evaluate(text, inputs));
  return process.hrtime.bigint() - before;
}

function nsPerCall({ text, inputs: typed }) {
  const inputs = revive(typed);
  let count = 4;
  while (batchNs(text, inputs, count) < kBatchNs && count < 1 << 20) count *= 2;
  let best = Infinity;
  for (let i = 0; i < kBatches; ++i) {
    best = Math.min(best, Number(batchNs(text, inputs, count)) / count);
  }
  return best;
}

const lines = readFileSync(process.argv[2], "utf8").trimEnd().split("\n");
const cases = lines.map((line) => JSON.parse(line));
const right = cases.map(isRight);  // also warms the compiler of JavaScript up
cases.forEach((each, i) => {
  const ns = right[i] ? nsPerCall(each) : 0;
  console.log(JSON.stringify({ id: each.id, right: right[i], ns: Math.round(ns * 10) / 10 }));
});
