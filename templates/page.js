'use strict';
// Opens full articles beside each other, filters, and follows links into what is closed. The page reads without it.

// The full article of a passage, with the passage in its place.
function reader(passage) {
  const article = document.getElementById(passage.dataset.a);
  const stretch = document.getElementById(passage.dataset.p);
  if (!article || !stretch) return null;
  const box = document.createElement('div');
  box.className = 'reader text';
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'Full text, ' + article.dataset.name);
  const range = document.createRange();
  const text = article.querySelector('.text');
  const place = [...text.querySelectorAll('.st')].indexOf(stretch);
  range.selectNodeContents(text);
  box.append(range.cloneContents());
  const here = box.querySelectorAll('.st')[place];
  box.querySelectorAll('[id]').forEach((node) => node.removeAttribute('id'));
  here.className = 'here';
  here.replaceChildren(...passage.querySelector('blockquote').cloneNode(true).childNodes);
  return box;
}

function show(passage, button) {
  const box = reader(passage);
  if (!box) return;
  passage.querySelector('blockquote').hidden = true;
  passage.append(box);
  button.setAttribute('aria-expanded', 'true');
  const here = box.querySelector('.here');
  box.scrollTop = here.offsetTop - box.clientHeight / 3;
}

function hide(passage, button) {
  const box = passage.querySelector('.reader');
  if (box) box.remove();
  passage.querySelector('blockquote').hidden = false;
  button.setAttribute('aria-expanded', 'false');
}

function prepare(finding) {
  for (const passage of finding.querySelectorAll('.passage')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Full article';
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => {
      (passage.querySelector('.reader') ? hide : show)(passage, button);
    });
    passage.querySelector('.meta').append(button);
  }
  finding.dataset.ready = '';
}

// Opened: the first passage of each position in its article. Closed: nothing is kept.
function toggled(finding) {
  if (finding.open && !('ready' in finding.dataset)) prepare(finding);
  for (const side of finding.querySelectorAll('.side')) {
    side.querySelectorAll('.passage').forEach((passage, at) => {
      const button = passage.querySelector('button');
      const open = passage.querySelector('.reader');
      if (!button) return;
      if (finding.open && at === 0 && !open) show(passage, button);
      if (!finding.open && open) hide(passage, button);
    });
  }
}

function filter(form) {
  const story = form.closest('.story');
  const verdicts = new Set(
    [...form.elements.verdict ? form.querySelectorAll('[name=verdict]:checked') : []].map((box) => box.value));
  const attribute = form.elements.attribute.value;
  const source = form.elements.source.value;
  let shown = 0;
  let all = 0;
  for (const part of story.querySelectorAll('[data-v]')) {
    const fits = verdicts.has(part.dataset.v)
      && (!attribute || part.dataset.k === attribute)
      && (!source || part.dataset.s.split(' ').includes(source));
    part.hidden = !fits;
    if (part.classList.contains('finding')) {
      all += 1;
      if (fits) shown += 1;
    }
  }
  form.querySelector('output').value = shown === all ? '' : shown + ' of ' + all + ' findings shown';
}

// Opens whatever holds the place that a link leads to.
function follow() {
  let target = null;
  try {
    target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch (error) {
    return;
  }
  if (!target) return;
  const closed = target.closest('details');
  if (closed) {
    closed.hidden = false;
    closed.open = true;
  }
  target.scrollIntoView({ block: target.classList.contains('st') ? 'center' : 'start' });
  const focus = target.matches('details') ? target.querySelector('summary') : target;
  if (!focus.matches('summary')) focus.tabIndex = -1;
  focus.focus({ preventScroll: true });
}

document.querySelectorAll('.finding').forEach((finding) => {
  finding.addEventListener('toggle', () => toggled(finding));
});
document.querySelectorAll('.filters').forEach((form) => {
  form.hidden = false;
  form.addEventListener('change', () => filter(form));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => filter(form)));
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) setTimeout(follow);
});
addEventListener('hashchange', follow);
if (location.hash) follow();

// On paper every finding is open, as far as it is shown.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('.finding:not([open])')];
  opened.forEach((finding) => { finding.open = true; });
});
addEventListener('afterprint', () => opened.forEach((finding) => { finding.open = false; }));
