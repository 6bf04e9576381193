import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { startInbox } from '/work/main/tests/inbox/startInbox.ts';
it('survives', async () => {
  const inbox = await startInbox();
  const ana = await inbox.signIn('ana'); const bruno = await inbox.signIn('bruno');
  const S = '/api/v1/subscribers/';
  await ana.send('PUT', S+'kim-seoyeon/contact', {contactId:'contact-marina-oliveira'});
  const deals = (await ana.send('GET', S+'marina-oliveira/deals')).body.items;
  const jobs: (() => Promise<{status:number; text: string}>)[] = [];
  for (let i = 0; i < 60; i++) for (const op of [ana, bruno]) {
    const k = () => ({'idempotency-key': randomUUID()});
    jobs.push(() => op.send('PATCH', '/api/v1/contacts/contact-marina-oliveira', {fields: {city: 'c'+Math.random()}}, k()));
    jobs.push(() => op.send('PUT', S+'marina-oliveira/variables/dress_size', {value: 's'+Math.floor(Math.random()*1e6)}, k()));
    jobs.push(() => op.send('PUT', S+(i%2?'marina-oliveira':'kim-seoyeon')+'/contact', {contactId: i%3? 'contact-marina-oliveira':'contact-james-oconnor'}, k()));
    jobs.push(() => op.send(i%2?'PUT':'DELETE', S+'marina-oliveira/tags/tag-9', undefined, k()));
    jobs.push(() => op.send('PATCH', '/api/v1/deals/'+deals[i%2].id, {name: 'n'+Math.random(), step: {pipelineId:'store', stepId: i%2?'store-new':'store-won'}}, k()));
    jobs.push(() => op.send('POST', '/api/inbox/conversations/chat-marina-oliveira/messages', {text:'x'+i}, k()));
  }
  jobs.sort(() => Math.random() - .5);
  const t = Date.now();
  const answers = await Promise.all(jobs.map(j => j()));
  await inbox.idle();
  const counts: Record<string, number> = {};
  for (const a of answers) counts[a.status] = (counts[a.status] ?? 0) + 1;
  console.log(counts, Date.now() - t, 'ms', answers.find(a=>a.status>=500)?.text);
  const ev = await inbox.db.query.events.findMany();
  console.log('events', ev.length);
  await inbox.close();
  expect(Object.keys(counts)).not.toContain('500');
}, 120_000);
