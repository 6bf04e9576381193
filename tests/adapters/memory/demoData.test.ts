import { describe, expect, test } from 'vitest';
import {
  checkContact,
  checkDeal,
  checkPipelines,
  checkSubscriber,
  checkTag,
} from '../../../src/adapters/checkAnswer.ts';
import { createDemoData, createMemoryAdapter } from '../../../src/adapters/createMemoryAdapter.ts';
import { isKnownType } from '../../../src/model/variable.ts';
import { aReadContext } from '../../support/fixtures.ts';

const now = Date.UTC(2025, 10, 12, 18, 42);
const data = createDemoData(now);

describe('the demo data', () => {
  test('keeps the contract to the letter', () => {
    const complain = (problem: unknown) => {
      throw problem;
    };
    for (const subscriber of data.subscribers) {
      expect(checkSubscriber(subscriber, complain)).toEqual(subscriber);
    }
    for (const deal of Object.values(data.deals).flat()) expect(checkDeal(deal, complain)).toEqual(deal);
    for (const contact of [...Object.values(data.contacts), ...data.otherContacts]) {
      expect(checkContact(contact, complain)).toEqual(contact);
    }
    for (const tag of data.tags) expect(checkTag(tag, complain)).toEqual(tag);
    expect(checkPipelines(data.pipelines, complain)).toEqual(data.pipelines);
  });

  test('has somebody of every app, and a Telegram group with both links', () => {
    const channels = new Set(data.subscribers.map(({ channel }) => channel));
    expect([...channels].sort()).toEqual(
      ['instagram', 'live-chat', 'messenger', 'telegram', 'tiktok', 'viber', 'whatsapp'].sort(),
    );
    expect(data.subscribers.length).toBeGreaterThanOrEqual(12);
    const group = data.subscribers.find(({ kind }) => kind === 'group')?.group;
    expect([group?.shareLink, group?.inviteLink?.url]).toEqual([
      expect.stringContaining('https://'),
      expect.stringContaining('https://'),
    ]);
  });

  test('knows who follows whom in every combination', () => {
    const relations = data.subscribers.flatMap(({ instagram }) =>
      instagram ? [[instagram.followsBusiness, instagram.followedByBusiness, instagram.unavailable]] : [],
    );
    for (const relation of [
      [true, true, undefined],
      [true, false, undefined],
      [false, true, undefined],
      [false, false, undefined],
      [null, null, 'no-consent'],
      [null, null, 'blocked'],
    ]) {
      expect(relations).toContainEqual(relation);
    }
  });

  test('shows every type of variable on Marina, and every status of a subscription on somebody', () => {
    const marina = data.subscribers.find(({ id }) => id === 'marina');
    const types = new Set(marina?.variables.map(({ type }) => type));
    expect([...types].filter(isKnownType)).toHaveLength(12);
    expect(marina?.variables).toHaveLength(14);
    const statuses = new Set(data.subscribers.map(({ subscription }) => subscription?.status));
    expect([...statuses].sort()).toEqual(['active', 'blocked', 'disabled', 'unsubscribed']);
  });

  test('refers only to pipelines, steps, members and tags that there are', () => {
    const steps = new Map(
      data.pipelines.flatMap(({ id, steps }) =>
        steps.map((step) => [`${id} ${step.id}`, step.outcome ?? 'open'] as const),
      ),
    );
    const deals = Object.values(data.deals).flat();
    for (const { pipelineId, stepId, status, assignee } of deals) {
      expect(steps.get(`${pipelineId} ${stepId}`)).toBe(status);
      if (assignee) expect(data.members).toContainEqual(assignee);
    }
    const ids = data.subscribers.map(({ id }) => id);
    expect(Object.keys({ ...data.deals, ...data.contacts }).filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(deals.map(({ id }) => id)).size).toBe(deals.length);
    expect(data.deals.james).toHaveLength(45);
    for (const { tagging } of data.subscribers) {
      for (const tag of tagging.tags) expect(data.tags).toContainEqual(tag);
    }
    expect(new Set(data.tags.map(({ id }) => id)).size).toBe(data.tags.length);
    expect(data.tags.length).toBeGreaterThanOrEqual(38);
  });

  test('is told from the moment it is asked for', () => {
    const activity = (moment: number) =>
      createDemoData(moment).subscribers[0]?.subscription?.lastActivityAt ?? '';
    expect(activity(now)).toBe('2025-11-12T18:38:00Z');
    expect(activity(now + 60_000)).toBe('2025-11-12T18:39:00Z');
  });

  test('calls no other server for a picture', () => {
    const pictures = [...JSON.stringify(data).matchAll(/"(?:avatarUrl|imageUrl)":("[^"]*")/g)];
    expect(pictures).toEqual([]);
  });

  test('is all that a first render needs', async () => {
    const adapter = createMemoryAdapter(createDemoData(now));
    const marina = { id: 'marina' };
    const [subscriber, deals, contact, tags] = await Promise.all([
      adapter.getSubscriber(marina, aReadContext()),
      adapter.listDeals(marina, {}, aReadContext()),
      adapter.getContact(marina, aReadContext()),
      adapter.searchTags('', {}, aReadContext()),
    ]);
    expect(subscriber.name).toBe('Marina Oliveira');
    expect(deals.items).toHaveLength(2);
    expect(contact?.lastName).toBe('Oliveira');
    expect(tags.items).toHaveLength(data.tags.length);
  });
});
