import { type Cases, skip } from '../createStage.ts';
import { demand, demandSame, words } from '../demand.ts';
import { sampleContact } from '../samples.ts';

export const readCases: Cases = {
  async 'reads the subscriber that was asked for'(stage) {
    const { getSubscriber } = stage.need('getSubscriber');
    const { id } = await getSubscriber(stage.subscriber, stage.reading);
    demandSame(
      'getSubscriber answers with the id that was asked for',
      stage.subscriber.id,
      id,
      'Give back the id of the reference, or the card takes the answer for someone else.',
    );
  },

  async 'answers two reads at once each with its own subscriber'(stage) {
    const { getSubscriber } = stage.need('getSubscriber');
    const refs = [stage.subscriber, stage.needAnother()];
    const alone = [];
    for (const ref of refs) alone.push(await getSubscriber(ref, stage.reading));
    const together = await Promise.all(refs.map((ref) => getSubscriber(ref, stage.reading)));
    demandSame(
      'Two reads at once are each answered with their own subscriber',
      alone.map(({ id, name }) => [id, name]),
      together.map(({ id, name }) => [id, name]),
      'Look for a request or a cache entry that does not go by the id.',
    );
  },

  async 'reads the same twice if nothing has changed'(stage) {
    const { getSubscriber } = stage.need('getSubscriber');
    const first = await getSubscriber(stage.subscriber, stage.reading);
    const second = await getSubscriber(stage.subscriber, stage.reading);
    demandSame(
      'Two reads with nothing between them answer the same, revisions included',
      first,
      second,
      'A revision has to come from the backend, not from a clock or a counter of reads.',
    );
  },

  async 'gives absolute addresses'(stage) {
    const { getSubscriber } = stage.need('getSubscriber');
    const { avatarUrl, profileUrl, campaigns } = await getSubscriber(stage.subscriber, stage.reading);
    const deals = await stage.adapter.listDeals?.(stage.subscriber, {}, stage.reading);
    const contact = await stage.adapter.getContact?.(stage.subscriber, stage.reading);
    const addresses = [
      avatarUrl,
      profileUrl,
      contact?.url,
      ...(campaigns ?? []).flatMap(({ url, imageUrl }) => [url, imageUrl]),
      ...(deals?.items ?? []).map(({ url }) => url),
    ].filter((address) => address !== null && address !== undefined);
    if (addresses.length === 0) skip('The subscriber, the deals and the contact have no addresses.');
    const relative = addresses.find((address) => !URL.canParse(address));
    demand(relative === undefined, {
      that: 'Addresses are absolute',
      expected: words('an address such as https://example.com/ana.png'),
      got: relative,
      advice: 'Resolve it in the adapter: the card does not know where the backend is.',
    });
  },

  async 'finds a tag by its name'(stage) {
    const { searchTags } = stage.need('searchTags');
    const [tag] = (await searchTags('', {}, stage.reading)).items;
    if (!tag) return skip('The account has no tags.');
    const { items } = await searchTags(tag.name, {}, stage.reading);
    demand(
      items.some(({ id }) => id === tag.id),
      {
        that: 'searchTags finds a tag by its name',
        expected: tag,
        got: items,
        advice: 'Pass the query on to the backend, and look for it anywhere in the name.',
      },
    );
  },

  async 'finds a member by their name'(stage) {
    const { searchMembers } = stage.need('searchMembers');
    const [member] = (await searchMembers('', {}, stage.reading)).items;
    if (!member) return skip('The account has no members.');
    const { items } = await searchMembers(member.name, {}, stage.reading);
    demand(
      items.some(({ id }) => id === member.id),
      {
        that: 'searchMembers finds a member by their name',
        expected: member,
        got: items,
        advice: 'Pass the query on to the backend, and look for it anywhere in the name.',
      },
    );
  },

  async 'finds the contacts that have an e-mail address or a phone number'(stage) {
    const { findContacts } = stage.need('findContacts');
    const { id, emails, phones } = await sampleContact(stage);
    const queries = [
      ...emails.slice(0, 1).map(({ value }) => ({ email: value })),
      ...phones.slice(0, 1).map(({ value }) => ({ phone: value })),
    ];
    if (queries.length === 0) skip('The contact has neither an e-mail address nor a phone number.');
    for (const query of queries) {
      const found = await findContacts(query, stage.reading);
      demand(
        found.some((contact) => contact.id === id),
        {
          that: `findContacts finds the contact that has ${Object.keys(query)[0] === 'email' ? 'the e-mail address' : 'the phone number'}`,
          expected: words(`the contact with the id "${id}"`),
          got: found.map((contact) => contact.id),
          advice: 'Compare addresses without case, and phone numbers by their digits.',
        },
      );
    }
  },

  async 'answers null where no contact is linked'(stage) {
    const { getContact } = stage.need('getContact');
    const contact = await getContact(stage.needAnother(), stage.reading);
    if (contact) skip('`another` of the fixture has a contact.');
    demandSame(
      'getContact answers null where no contact is linked',
      null,
      contact,
      'Nothing else means "none yet": a rejection says that the contact could not be read.',
    );
  },
};
