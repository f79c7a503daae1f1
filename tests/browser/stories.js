// Stories for the tests of the page, written into a folder of their own: a small one, a hostile one and a large one.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function write(folder, articles) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(folder, name), text);
  return folder;
}

// A fire whose toll rises, with one agency's copy in two outlets.
export function small(root) {
  const wire = `The mayor said on Saturday that at least five people were killed when a fire tore through the old ferry terminal.

Another 12 people were injured, some of them seriously. The fire broke out shortly after 4 a.m. and was brought under control by noon.

Rescue crews with dogs searched the ruins of the waiting hall throughout the day.
`;
  return write(join(root, 'ferry-terminal-fire'), {
    'coast-herald.md': `---
publisher: Coast Herald
date: 2026-05-09T08:00
---
# Three dead in terminal fire

At least three people were killed in a fire at the old ferry terminal, the fire brigade said on Saturday.

Nine people were injured and taken to hospital, it said. The waiting hall collapsed.
`,
    'daily-mail-boat.md': `---
publisher: The Daily Mailboat
date: 2026-05-09T18:30
---
# Five killed as ferry terminal burns

(Northern Wire) - ${wire}`,
    'harbour-post.md': `---
publisher: Harbour Post
date: 2026-05-09T19:00
---
# Terminal fire kills five

(Northern Wire) - ${wire}`,
    'island-times.md': `---
publisher: Island Times
date: 2026-05-10T07:15
---
# Toll rises after night of searching

Seven people were killed in the fire at the old ferry terminal, the interior ministry said on Sunday.

More than 14 people were injured. Two firefighters were among them, officials said.
`,
  });
}

// What a stranger may write: markup, script, bidi overrides and controls, also in the names of files and publishers.
export const HOSTILE_SCRIPT = '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 2">';
export function hostile(root) {
  return write(join(root, 'hostile <b>story<!--'), {
    'a"><script>window.pwned=3<!--.md': `---
publisher: "News \u202Eknilb\u202C <script>window.pwned = 4</script>"
date: 2026-05-09
---
# Three dead ${HOSTILE_SCRIPT}

At least three people were killed in a fire at the old ferry terminal, the fire brigade said on Saturday. ${HOSTILE_SCRIPT}

</div></details></main><style>body{display:none}</style><a href="javascript:window.pwned=5">x</a> <iframe srcdoc="<script>parent.pwned=6</script>"></iframe>
`,
    'b\u202Etxt.md': `---
publisher: "Plain <Herald> & Sons"
date: 2026-05-10
---
# Eight dead {{ 7 * 7 }} &lt;script&gt;

At least eight people were killed in a fire at the old ferry terminal, the mayor said on Sunday.\u0007 ]]> --> \${1+1}
`,
  });
}

// Two hundred articles on one flood over ten days, each with its own figures among those of others.
export function large(root) {
  const places = ['Upper Valley', 'Lower Valley', 'Milltown', 'Stonebridge', 'Ashford', 'Riverside'];
  const articles = {};
  for (let at = 0; at < 200; at += 1) {
    const day = 1 + Math.floor(at / 20);
    const killed = 3 + Math.floor(at / 25);
    const body = [];
    for (let part = 0; part < 24; part += 1) {
      const place = places[(at + part) % places.length];
      body.push(`Correspondent ${at} went to ${place} in hour ${part} and found the road under water, with residents carrying what they could to the school on the hill while crews laid sandbags along the ${part % 2 ? 'northern' : 'southern'} bank.`);
    }
    articles[`outlet-${String(at).padStart(3, '0')}.md`] = `---
publisher: Outlet ${at}
date: 2026-06-${String(day).padStart(2, '0')}
---
# Flood in the valley, report ${at}

At least ${killed} people were killed in the flood in Milltown, officials said on day ${day}.

About ${40 + (at % 7) * 10} people were injured and ${100 + (at % 5) * 20} were missing in Milltown.

${body.join('\n\n')}

Authorities evacuated ${2000 + (at % 9) * 100} people from Milltown.
`;
  }
  return write(join(root, 'valley-flood'), articles);
}
