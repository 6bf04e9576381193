import { test } from 'vitest';
import { page } from 'vitest/browser';
import { captureRegion } from './captureRegion.ts';
test('x', async () => {
  document.body.style.margin='0';
  document.body.innerHTML = '<div style="width:100px;height:100px;background:red;margin:50px;position:relative"></div><p>hello</p>';
  const t=performance.now();
  const d = await captureRegion({x: 46, y: 46, width: 20, height: 20});
  console.log(performance.now()-t, d.width, d.height, d.data.slice(0,4), d.data.slice(4*(10*20+10), 4*(10*20+10)+4), window.frameElement?.getBoundingClientRect().toJSON(), window.innerWidth, window.innerHeight, window.top?.innerWidth, window.devicePixelRatio);
  const t2=performance.now();
  for (let i=0;i<10;i++) await captureRegion({x: 46, y: 46+i, width: 200, height: 40});
  console.log((performance.now()-t2)/10);
  await page.viewport(480, 2000);
  const e = await captureRegion({x: 46, y: 46, width: 20, height: 20});
  console.log(e.width, e.height, e.data.slice(4*(10*20+10), 4*(10*20+10)+4), window.frameElement?.getBoundingClientRect().toJSON(), window.innerWidth, window.innerHeight);
});
