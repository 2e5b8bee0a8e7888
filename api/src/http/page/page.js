// The query page. An answer is only ever shown as text.
"use strict";

const byId = (id) => document.getElementById(id);
const form = byId("form");
const question = byId("question");
const query = byId("query");
const variables = byId("variables");
const variablesFault = byId("variables-fault");
const status = byId("status");
const errors = byId("errors");
const answer = byId("answer");

let questions = [];
// The request that is under way, so that a newer one can put an end to it.
let current = null;

function say(state, text) {
  status.dataset.state = state;
  status.textContent = text;
}

function show(body, list) {
  errors.replaceChildren(...list.map((error) => {
    const item = document.createElement("li");
    const code = error?.extensions?.code;
    const at = error?.locations?.[0];
    const place = at ? ` (line ${at.line}, column ${at.column})` : "";
    item.textContent = `${code ? `${code}: ` : ""}${error?.message ?? "an error"}${place}`;
    return item;
  }));
  errors.hidden = list.length === 0;
  answer.textContent = body;
  answer.hidden = body === "";
}

// The variables as an object, or null when they are not one, which is told beside the box.
function readVariables() {
  let fault = "";
  let value = {};
  const text = variables.value.trim();
  try {
    value = text === "" ? {} : JSON.parse(text);
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      fault = "The variables are not a JSON object.";
    }
  } catch (error) {
    fault = `The variables are not JSON: ${error.message}`;
  }
  variablesFault.textContent = fault;
  variablesFault.hidden = fault === "";
  variables.setAttribute("aria-invalid", String(fault !== ""));
  return fault === "" ? value : null;
}

function outcome(response, list, began) {
  const took = `${Math.round(performance.now() - began)} ms`;
  const revision = response.headers.get("x-throughcare-revision");
  const from = revision === null ? "" : `, from revision ${revision} of the register`;
  const counted = list.length === 1 ? "1 error" : `${list.length} errors`;
  const told = list.length === 0 ? "Answered" : `Answered with ${counted}`;
  const well = response.ok && list.length === 0;
  say(well ? "done" : "failed",
    `${response.ok ? told : `Refused with ${counted}`}: status ${response.status}, ${took}${from}.`);
}

async function run() {
  const given = readVariables();
  if (given === null) {
    say("failed", "Not sent: the variables are wrong.");
    variables.focus();
    return;
  }
  if (query.value.trim() === "") {
    say("failed", "Not sent: there is no query.");
    query.focus();
    return;
  }
  byId("printed-query").textContent = query.value;
  byId("printed-variables").textContent = variables.value;
  current?.abort();
  const mine = new AbortController();
  current = mine;
  const began = performance.now();
  say("running", "Running…");
  show("", []);
  let response;
  let text;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json;q=0.9",
      },
      body: JSON.stringify({ query: query.value, variables: given }),
      signal: mine.signal,
    });
    text = await response.text();
  } catch {
    if (current === mine) {
      say("failed", navigator.onLine
        ? "No answer: the server cannot be reached. It may have stopped; try again."
        : "No answer: this device is offline. Try again when it is connected.");
    }
    return;
  }
  // A newer request has taken over while the text came.
  if (current !== mine) {
    return;
  }
  try {
    const body = JSON.parse(text);
    const list = Array.isArray(body.errors) ? body.errors : [];
    show(JSON.stringify(body, null, 2), list);
    outcome(response, list, began);
  } catch {
    show(text, []);
    say("failed", `The answer is not GraphQL: status ${response.status}.`);
  }
}

async function loadQuestions() {
  try {
    const response = await fetch("/questions.json");
    questions = response.ok ? await response.json() : [];
  } catch {
    questions = [];
  }
  for (const { id, title } of questions) {
    const option = document.createElement("option");
    option.value = id;
    option.textContent = title;
    question.append(option);
  }
  // A reader who has begun to write keeps what they wrote.
  if (questions.length > 0 && query.value === "") {
    question.value = questions[0].id;
    pick();
  }
}

function pick() {
  const picked = questions.find(({ id }) => id === question.value);
  if (picked) {
    query.value = picked.query;
    variables.value = picked.variables;
    readVariables();
  }
}

question.addEventListener("change", pick);
for (const box of [query, variables]) {
  // What is no longer the question's own text is not shown under its title.
  box.addEventListener("input", () => {
    question.value = "";
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    }
  });
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
loadQuestions();
