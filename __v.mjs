import { chromium } from 'playwright';
import { readFileSync } from 'node:fs';
const [,, out, ...specs] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const shots = await Promise.all(specs.map(async (spec) => {
  const [id, width='340', theme='light', language='en', action=''] = spec.split(',');
  const p = await b.newPage({ viewport: { width: Number(width)+40, height: 500 }, deviceScaleFactor: 1.5 });
  await p.goto(`http://127.0.0.1:8791/iframe.html?id=${id}&viewMode=story&globals=theme:${theme};width:${width};language:${language}`);
  await p.waitForTimeout(4500);
  if (action.startsWith('hover:')) { await p.locator(action.slice(6)).first().hover(); await p.waitForTimeout(300); }
  if (action.startsWith('focus:')) { await p.keyboard.press('Tab'); await p.locator(action.slice(6)).first().focus(); await p.waitForTimeout(300); }
  const png = (await p.screenshot({ fullPage: true })).toString('base64');
  await p.close();
  return png;
}));
const p = await b.newPage({ viewport: { width: 1500, height: 600 } });
await p.setContent(`<body style="margin:0;display:flex;gap:6px;align-items:start;background:#999">${shots.map((s,i)=>`<figure style="margin:0"><img style="max-height:1500px;display:block;width:${(Number(specs[i].split(',')[1]||340)+40)*1.15}px;max-height:none" src="data:image/png;base64,${s}"></figure>`).join('')}`);
await p.waitForTimeout(300);
const box = await p.evaluate(() => [document.body.scrollWidth, document.body.scrollHeight]);
await p.setViewportSize({ width: box[0], height: box[1] });
await p.screenshot({ path: out });
await b.close();
