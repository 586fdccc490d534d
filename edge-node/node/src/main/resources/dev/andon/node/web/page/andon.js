// The page: keys and fields in, turns out.

import { Voice } from './voice.js';
import { clear, playAudio, showHeard, showPassages, showProblem, showReply, showTimings, stopAudio } from './answer.js';

const byId = (id) => document.getElementById(id);
const HEALTH_EVERY_MS = 15000;
const LABELS = {
  idle: 'Hold to talk',
  opening: 'One moment…',
  listening: 'Listening…',
  thinking: 'Looking it up…',
  speaking: 'Press to stop',
};
const HINT = 'Hold the key, or the space bar, and ask.';

// What is typed and what is said belong together: a yes may answer either.
const CONVERSATION = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

let held = false;
let state = 'idle';

function enter(next, hint) {
  state = next;
  byId('talk').dataset.state = next;
  byId('talk-label').textContent = LABELS[next];
  byId('status').textContent = hint ?? (next === 'idle' ? HINT : '');
}

const voice = new Voice(CONVERSATION, {
  event: (event) => HANDLERS[event.type]?.(event),
  loudness: (level) => byId('talk').style.setProperty('--level', level.toFixed(2)),
  speaking: (on) => {
    if (on) enter('speaking');
    else if (state === 'speaking') enter('idle');
  },
  lost: (text) => fail(text),
});

const HANDLERS = {
  captured: ({ speech, clipped_share: clipped }) => {
    if (!speech) enter('idle', 'I heard no words. Hold the key while you speak.');
    else if (clipped > 0.01) byId('status').textContent = 'That was too loud for the microphone.';
  },
  heard: ({ text }) => showHeard(text),
  retrieved: ({ passages }) => showPassages(passages),
  replied: ({ reply }) => showReply(reply, choose),
  failed: ({ message }) => fail(message),
  error: ({ message }) => fail(message),
  finished: ({ timings_ms: timings }) => {
    showTimings(timings);
    if (state === 'thinking') enter('idle');
  },
};

function fail(text) {
  held = false;
  showProblem(text);
  enter('idle');
}

// A confirmation is sent at once; any other choice may still be completed.
function choose(choice, now) {
  byId('question').value = choice;
  byId('question').focus();
  if (now) byId('typed').requestSubmit();
}

async function press() {
  if (held) return;
  held = true;
  stopAudio();
  clear();
  enter('opening');
  try {
    await voice.start(byId('machine').value);
    if (held) enter('listening', 'Speak, then let go.');
  } catch (error) {
    fail(error.message);
    if (await locked()) openDoor();
  }
}

async function release() {
  if (!held) return;
  held = false;
  enter('thinking');
  if (!await voice.stop() && state === 'thinking') enter('idle');
}

function talkKey() {
  const key = byId('talk');
  key.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    key.setPointerCapture(event.pointerId);
    if (state === 'speaking') {
      voice.cancel();
      enter('idle');
    } else press();
  });
  ['pointerup', 'pointercancel'].forEach((name) => key.addEventListener(name, release));
  key.addEventListener('contextmenu', (event) => event.preventDefault());
  addEventListener('keydown', (event) => space(event, () => event.repeat || press()));
  addEventListener('keyup', (event) => space(event, release));
  addEventListener('blur', release);
  addEventListener('keydown', (event) => { if (event.key === 'Escape') { voice.cancel(); stopAudio(); enter('idle'); } });
}

function space(event, act) {
  const elsewhere = event.target.closest('input, select, summary, audio, dialog, a, .choices button, .typed button');
  if (event.code !== 'Space' || elsewhere) return;
  event.preventDefault();
  act();
}

async function ask(body, type) {
  voice.cancel();
  stopAudio();
  clear();
  enter('thinking');
  byId('send').disabled = true;
  const machine = byId('machine').value;
  const query = `?conversation=${CONVERSATION}${machine ? `&machine=${encodeURIComponent(machine)}` : ''}`;
  try {
    showTurn(await call(`api/v1/ask${query}`, { method: 'POST', body, headers: { 'Content-Type': type } }));
  } catch (error) {
    fail(error.message);
  } finally {
    byId('send').disabled = false;
  }
}

function showTurn(turn) {
  enter('idle', turn.reply ? HINT : 'I heard no words in that.');
  showHeard(turn.heard);
  if (turn.reply) showReply(turn.reply, choose);
  if (turn.failure) showProblem(turn.failure.message);
  showPassages(turn.passages);
  showTimings(turn.timings_ms);
  if (turn.audio) playAudio(turn.audio);
}

// Answers the JSON, or throws what a person should read.
async function call(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new Error('The node cannot be reached. Check that it runs, then try again.');
  });
  if (response.status === 401) openDoor();
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.detail ?? `The node answered ${response.status}.`);
  return body;
}

async function locked() {
  const response = await fetch('api/v1/health').catch(() => null);
  return response?.status === 401;
}

function openDoor() {
  if (!byId('door').open) byId('door').showModal();
}

async function knock(event) {
  event.preventDefault();
  const response = await fetch('api/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: byId('token').value }),
  }).catch(() => null);
  byId('token').value = '';
  if (response?.ok) {
    byId('door').close();
    clear();
    begin();
  } else {
    const problem = await response?.json().catch(() => null);
    byId('door-problem').textContent = problem?.detail ?? 'The node cannot be reached.';
    byId('door-problem').hidden = false;
  }
}

async function showMachines() {
  const { machines } = await call('api/v1/machines');
  const select = byId('machine');
  const chosen = localStorage.getItem('andon.machine') ?? '';
  select.replaceChildren(select.options[0], ...machines.map(({ id, name, line }) =>
    new Option(line ? `${name} — ${line}` : name, id, false, id === chosen)));
}

async function showHealth() {
  const words = { ok: 'ready', degraded: 'limited', starting: 'starting', failed: 'out of order' };
  const health = await call('api/v1/health').catch(() => ({ status: 'failed', engines: [], version: '' }));
  byId('health').dataset.state = health.status;
  byId('health-text').textContent = health.engines.length ? words[health.status] : 'not reached';
  byId('health').title = health.engines.map((e) => `${e.name}: ${e.state}, ${e.detail}${e.mend ? ` (${e.mend})` : ''}`).join('\n');
  if (health.version) byId('version').textContent = `Andon ${health.version}`;
}

function begin() {
  showMachines().catch((error) => showProblem(error.message));
  showHealth();
}

talkKey();
byId('machine').addEventListener('change', ({ target }) => localStorage.setItem('andon.machine', target.value));
byId('door-form').addEventListener('submit', knock);
byId('typed').addEventListener('submit', (event) => {
  event.preventDefault();
  const question = byId('question').value.trim();
  if (question) ask(JSON.stringify({ question }), 'application/json');
});
byId('recording').addEventListener('change', ({ target }) => {
  const [file] = target.files;
  target.value = '';
  if (file) ask(file, 'audio/wav');
});
setInterval(showHealth, HEALTH_EVERY_MS);
begin();
