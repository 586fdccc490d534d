// Shows a turn: what was heard, the reply with its citations, the passages, the times. All text goes
// in as text, never as markup.

const KINDS = { answer: 'The manual says', refusal: 'Not in the manuals', clarification: 'Which one?', read_back: 'Is that right?', done: 'Done', step: 'Step', told: 'Andon says' };
const CONFIRMATIONS = ['Yes', 'No', 'Cancel'];
const STAGES = { endpoint: 'heard', transcript: 'words', retrieval: 'passages', first_token: 'first words', first_sentence: 'reply', first_audio: 'first sound', total: 'total' };

const byId = (id) => document.getElementById(id);

const element = (tag, text, name) => {
  const made = document.createElement(tag);
  if (text != null) made.textContent = text;
  if (name) made.className = name;
  return made;
};

export function clear() {
  ['welcome', 'problem', 'heard', 'reply', 'passages', 'timings', 'player'].forEach((id) => { byId(id).hidden = true; });
  byId('player').removeAttribute('src');
}

export function showProblem(text) {
  byId('problem').textContent = text;
  byId('problem').hidden = false;
}

export function showHeard(text) {
  byId('heard').textContent = text;
  byId('heard').hidden = !text;
}

export function showReply(reply, choose) {
  byId('reply').dataset.kind = reply.kind;
  byId('reply-kind').textContent = KINDS[reply.kind];
  const text = withoutSource(reply.text);
  byId('reply-text').textContent = inRows(text);
  const confirm = reply.kind === 'read_back';
  const choices = confirm ? CONFIRMATIONS : reply.choices;
  byId('choices').replaceChildren(...choices.map((choice) => choiceButton(choice, (said) => choose(said, confirm))));
  const cited = reply.nearest ? [reply.nearest] : reply.citations;
  byId('citations').replaceChildren(...cited.map((place) => citation(place, plain(place.quote) === plain(text))));
  byId('reply').hidden = false;
  byId('reply').scrollIntoView({ block: 'nearest' });
}

export function showPassages(passages) {
  byId('passage-count').textContent = passages.length;
  byId('passage-list').replaceChildren(...passages.map(passage));
  byId('passages').hidden = passages.length === 0;
}

export function showTimings(timings) {
  const known = Object.entries(STAGES).filter(([key]) => timings[key] != null);
  byId('timings').replaceChildren(...known.map(([key, label]) => {
    const pair = element('div');
    pair.append(element('dt', label), element('dd', milliseconds(timings[key])));
    return pair;
  }));
  byId('timings').hidden = known.length === 0;
}

export function playAudio(url) {
  const player = byId('player');
  player.src = url;
  player.hidden = false;
  player.play().catch(() => { /* The browser wants a press first: the controls are there. */ });
}

export function stopAudio() {
  byId('player').pause();
}

function choiceButton(choice, choose) {
  const item = element('li');
  const button = element('button', choice);
  button.type = 'button';
  button.onclick = () => choose(choice);
  item.append(button);
  return item;
}

// The line that names the source is left to the citation below it.
function withoutSource(text) {
  return text.split('\n').filter((line) => !/^\(.*, page .*\)$/.test(line)).join('\n');
}

// A table row, quoted as `header: value; header: value`, is read more easily with one pair a line.
function inRows(text) {
  const pairs = text.split('; ');
  return pairs.length > 1 && pairs.every((pair) => pair.includes(': ')) ? pairs.join('\n') : text;
}

const plain = (text) => text.replace(/[\s.]+$/, '');

function citation(cited, alreadyShown) {
  const figure = element('figure', null, 'citation');
  const caption = element('figcaption');
  if (page(cited)) caption.append(element('span', page(cited), 'page'));
  caption.append(element('strong', cited.title));
  if (cited.revision) caption.append(element('span', `revision ${cited.revision}`));
  if (cited.heading) caption.append(element('span', cited.heading));
  if (cited.picture) figure.append(picture(cited));
  if (!alreadyShown) figure.append(element('blockquote', cited.quote));
  figure.append(caption);
  return figure;
}

// The page itself, with its drawings; a press opens it large. A page that cannot be drawn is left out.
function picture(cited) {
  const link = element('a', null, 'picture');
  link.href = cited.picture;
  link.target = '_blank';
  link.rel = 'noopener';
  const image = element('img');
  image.src = cited.picture;
  image.alt = `Picture of ${page(cited)} of ${cited.title}`;
  image.loading = 'lazy';
  image.onerror = () => link.remove();
  link.append(image);
  return link;
}

function passage(found) {
  const item = element('li');
  const heading = element('h3', found.heading || found.title);
  if (page(found)) heading.append(element('span', page(found)));
  const place = [found.title, found.revision && `revision ${found.revision}`, ...found.path].filter(Boolean);
  item.append(heading, element('p', place.join(' › '), 'path'), element('p', found.text));
  return item;
}

function page({ page: printed, pdf_page: position }) {
  if (printed) return `page ${printed}`;
  return position ? `PDF page ${position}` : '';
}

function milliseconds(value) {
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}
