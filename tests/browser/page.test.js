// The evidence page in headless Chromium: `npm ci && npm test` in this folder, after `cargo build`.
//
// GAINSAY names another binary, CHROMIUM another browser. Without a browser every test says that it was skipped.

import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { hostile, large, small } from './stories.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const gainsay = process.env.GAINSAY ?? join(root, 'target/debug/gainsay');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const missing = !existsSync(gainsay) ? `no binary at ${gainsay}: build it, or name one in GAINSAY`
  : !existsSync(executablePath) ? `no browser at ${executablePath}: install Chromium, or name one in CHROMIUM`
    : false;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

describe('the evidence page', { skip: missing }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-'));
  let browser;
  before(async () => { browser = await chromium.launch({ executablePath, args }); });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  // Writes the page of a story and answers with its path.
  function written(story, name) {
    const path = join(folder, `${name}.html`);
    execFileSync(gainsay, ['check', story, '--out', `html=${path}`, '--fail-on', 'never'], { stdio: 'ignore' });
    return path;
  }

  // Opens a page; whatever it asks the network for, logs or throws is kept.
  async function opened(path, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    const page = await context.newPage();
    const noise = [];
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(path).href) noise.push(`request ${request.url()}`);
    });
    page.on('console', (message) => noise.push(`console ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`error ${error.message}`));
    page.on('dialog', (dialog) => { noise.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
    await page.goto(pathToFileURL(path).href);
    return { page, noise, close: () => context.close() };
  }

  async function violations(page) {
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
  }

  test('is one quiet file without violations, light and dark, wide and narrow', async () => {
    const path = written(small(folder), 'small');
    for (const options of [
      { colorScheme: 'light' },
      { colorScheme: 'dark' },
      { colorScheme: 'light', viewport: { width: 360, height: 740 } },
    ]) {
      const { page, noise, close } = await opened(path, options);
      for (const summary of await page.locator('.finding > summary').all()) await summary.click();
      await page.locator('.article > summary').first().click();
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
      assert.deepEqual(noise, []);
      await close();
    }
  });

  test('opens passages side by side, in full, with the differing words marked', async () => {
    const { page, close } = await opened(written(small(folder), 'small'));
    const finding = page.locator('.finding').filter({ has: page.locator('.side:nth-child(2)') }).first();
    await finding.locator('summary').click();
    await finding.locator('.reader').nth(1).waitFor();
    const sides = finding.locator('.side');
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    assert.equal(left.y, right.y);
    assert.ok(left.x + left.width <= right.x);
    for (const side of [sides.nth(0), sides.nth(1)]) {
      const reader = side.locator('.reader').first();
      assert.match(await reader.innerText(), /\w+ \w+[\s\S]*\n/);
      assert.ok(await reader.locator('.here mark').count() > 0);
      const seen = await reader.evaluate((box) => {
        const [outer, inner] = [box.getBoundingClientRect(), box.querySelector('.here').getBoundingClientRect()];
        return inner.top >= outer.top && inner.top < outer.bottom;
      });
      assert.ok(seen, 'the passage is in view');
    }
    assert.ok(await finding.locator('.reader mark.df').count() >= 1);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((node) => node.id));
    assert.equal(new Set(ids).size, ids.length, 'every id stands once');
    await finding.locator('summary').click();
    await page.waitForFunction(() => !document.querySelector('.reader'));
    await close();
  });

  test('filters by verdict, attribute and source', async () => {
    const { page, close } = await opened(written(small(folder), 'small'));
    const shown = () => page.locator('.finding:visible').count();
    const all = await shown();
    assert.ok(all >= 2, 'the story has findings to filter');
    const boxes = page.locator('[name=verdict]');
    for (const box of await boxes.all()) await box.uncheck();
    assert.equal(await shown(), 0);
    assert.match(await page.locator('output').innerText(), /^0 of \d+ findings shown$/);
    const verdict = await boxes.first().getAttribute('value');
    await boxes.first().check();
    assert.equal(await shown(), await page.locator(`.finding[data-v="${verdict}"]`).count());
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForFunction((n) => [...document.querySelectorAll('.finding')].filter((f) => !f.hidden).length === n, all);
    for (const name of ['attribute', 'source']) {
      const select = page.locator(`[name=${name}]`);
      const value = await select.locator('option').nth(1).getAttribute('value');
      await select.selectOption(value);
      const fits = await page.locator('.finding').evaluateAll((findings, [name, value]) => findings.filter((finding) =>
        name === 'attribute' ? finding.dataset.k === value : finding.dataset.s.split(' ').includes(value)).length, [name, value]);
      assert.equal(await shown(), fits);
      assert.ok(fits > 0);
      await select.selectOption('');
    }
    assert.equal(await page.locator('output').innerText(), '');
    await close();
  });

  test('works from the keyboard and follows links into what is closed', async () => {
    const { page, close } = await opened(written(small(folder), 'small'));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    const summary = page.locator('.finding > summary').first();
    for (let at = 0; at < 60 && !(await summary.evaluate((node) => node === document.activeElement)); at += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('.finding[open] .reader').first().waitFor();
    assert.equal(await page.locator('.finding[open]').count(), 1);
    for (let at = 0; at < 9 && !(await page.evaluate(() => document.activeElement.classList.contains('reader'))); at += 1) {
      await page.keyboard.press('Tab');
    }
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'group');
    const topic = page.locator('.matrix tbody th a').last();
    await topic.focus();
    await page.keyboard.press('Enter');
    const target = (await topic.getAttribute('href')).slice(1);
    await page.waitForFunction((id) => document.getElementById(id).open, target);
    await page.waitForFunction((id) => document.activeElement.parentElement.id === id, target);
    const place = page.locator('.finding[open] .meta a').first();
    await place.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.article[open]'));
    await close();
  });

  test('reads without script and on paper', async () => {
    const path = written(small(folder), 'small');
    const still = await opened(path, { javaScriptEnabled: false });
    assert.equal(await still.page.locator('.filters').isVisible(), false);
    await still.page.locator('.finding > summary').first().click();
    assert.ok(await still.page.locator('.finding blockquote').first().isVisible());
    await still.close();
    const { page, close } = await opened(path);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.finding blockquote').first().isVisible(), 'closed findings print');
    assert.equal(await page.locator('.filters').isVisible(), false);
    assert.ok((await page.pdf()).length > 10_000);
    await close();
  });

  test('what was settled before stands apart, with why', async () => {
    const path = join(folder, 'settled.html');
    execFileSync(gainsay, ['check', 'stories', '--out', `html=${path}`], { cwd: join(root, 'fixtures/newsroom'), stdio: 'ignore' });
    const { page, noise, close } = await opened(path);
    const part = page.locator('.part').filter({ has: page.getByRole('heading', { name: 'Settled before' }) });
    assert.equal(await part.locator('.finding .settled').innerText(), 'known before');
    await part.locator('.finding > summary').click();
    assert.match(await part.locator('.reason').innerText(), /known before, in the baseline/);
    assert.ok(await page.getByText('Nothing is left to settle.').isVisible());
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(noise, []);
    await close();
  });

  test('a draft and two versions are pages of the same kind', async () => {
    const newsroom = join(root, 'fixtures/newsroom');
    const run = (args, name) => {
      const done = spawnSync(gainsay, [...args, '--format', 'html'], { cwd: newsroom, encoding: 'utf8' });
      assert.equal(done.status, 1, done.stderr);
      writeFileSync(join(folder, name), done.stdout);
      return join(folder, name);
    };
    const story = 'stories/ferry-fire';
    for (const [path, title] of [
      [run(['check', '--draft', 'drafts/ferry-fire.md', '--missing', story], 'draft.html'), 'a draft against its sources'],
      [run(['diff', `${story}/coast-daily.txt`, `${story}/harbour-radio.txt`], 'diff.html'), 'what changed between two versions'],
    ]) {
      for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark', viewport: { width: 360, height: 740 } }]) {
        const { page, noise, close } = await opened(path, options);
        assert.equal(await page.title(), title);
        assert.ok(await page.locator('.entry blockquote mark').count() > 0);
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'scrolls sideways');
        const claim = page.locator('.own').first();
        if (await claim.count()) {
          await claim.focus();
          await page.keyboard.press('Enter');
          assert.equal(await page.locator('.entry:target').count(), 1);
        }
        assert.deepEqual(noise, []);
        await close();
      }
    }
    // An article's own markup stays text here too.
    const { page, close } = await opened((() => {
      const done = spawnSync(gainsay, ['check', '--no-config', '--draft', join(hostile(folder), 'b\u202Etxt.md'), hostile(folder), '--format', 'html'], { encoding: 'utf8' });
      writeFileSync(join(folder, 'hostile-draft.html'), done.stdout);
      return join(folder, 'hostile-draft.html');
    })());
    assert.equal(await page.locator('script, img, iframe').count(), 0);
    assert.equal(/[\u202A-\u202E\u2066-\u2069\u0000-\u0008]/.test(await page.content()), false, 'nothing hidden is left');
    await close();
  });

  test('an article full of markup and script stays text', async () => {
    const path = written(hostile(folder), 'hostile');
    const { page, noise, close } = await opened(path);
    for (const summary of await page.locator('summary').all()) await summary.click();
    assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.locator('img, iframe, object, embed, base, [onerror], [onclick], a[href^="javascript" i]').count(), 0);
    assert.equal(await page.locator('style').count(), 1);
    const text = await page.locator('main').innerText();
    for (const written of ['<script>window.pwned = 1</script>', '<img src=x onerror="window.pwned = 2">', '{{ 7 * 7 }}',
      '&lt;script&gt;', '<b>story<!--', 'Plain <Herald> & Sons', ']]> --> ${1+1}', 'U+202E', 'U+0007']) {
      assert.ok(text.includes(written), `${written} is shown`);
    }
    const source = await page.content();
    assert.equal(/[\u202A-\u202E\u2066-\u2069\u0000-\u0008]/.test(source), false, 'nothing hidden is left');
    assert.deepEqual(noise, []);
    assert.deepEqual(await violations(page), []);
    await close();
  });

  test('two hundred articles stay under 5 MB, and how fast they open', async () => {
    const path = written(large(folder), 'large');
    const size = statSync(path).size;
    assert.ok(size < 5_000_000, `${size} bytes`);
    const times = [];
    for (let run = 0; run < 3; run += 1) {
      const { page, close } = await opened(path);
      times.push(await page.evaluate(() => new Promise((done) => {
        requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      })));
      await page.locator('.finding > summary').first().click();
      await page.locator('.reader').first().waitFor();
      await close();
    }
    const busy = loadavg()[0] / availableParallelism();
    console.log(`200 articles: ${size} bytes, opened in ${times.map(Math.round).join(', ')} ms at a load of ${busy.toFixed(1)} a core (to be under 2000 on an idle one)`);
  });

  test('the pages of the stories that come with gainsay stay under 300 kB', () => {
    const stories = join(root, 'fixtures/stories');
    for (const name of existsSync(stories) ? readdirSync(stories) : []) {
      const size = statSync(written(join(stories, name), `story-${name}`)).size;
      console.log(`${name}: ${size} bytes`);
      assert.ok(size < 300_000, `${name}: ${size} bytes`);
    }
  });
});
