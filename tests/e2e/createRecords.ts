import type { InboxServer } from '../../examples/inbox/server/createServer.ts';

export type Records = ReturnType<typeof createRecords>;

/** What the database holds, read through the server's own handle. */
export function createRecords({ db, idle }: Pick<InboxServer, 'db' | 'idle'>) {
  function messages(subscriberId: string) {
    return db.query.messages.findMany({
      where: (row, { eq }) => eq(row.conversationId, `chat-${subscriberId}`),
      orderBy: (row) => row.position,
    });
  }

  return {
    messages,
    /** What the bot said, once its automation rules have seen every change. */
    async saidByBot(subscriberId: string) {
      await idle();
      const said = await messages(subscriberId);
      return said.filter(({ author }) => author === 'bot').map(({ text }) => text);
    },
    variable: (subscriberId: string, key: string) =>
      db.query.variables.findFirst({
        where: (row, { and, eq, like }) =>
          and(eq(row.subscriberId, subscriberId), like(row.fieldId, `%:subscriber:${key}`)),
      }),
    async tags(subscriberId: string) {
      const assigned = await db.query.subscriberTags.findMany({
        where: (row, { eq }) => eq(row.subscriberId, subscriberId),
        orderBy: (row) => row.position,
      });
      const tags = await db.query.tags.findMany();
      return assigned.map(({ tagId }) => tags.find(({ id }) => id === tagId)?.name);
    },
    deals: (subscriberId: string) =>
      db.query.deals.findMany({
        where: (row, { and, eq, isNull }) => and(eq(row.subscriberId, subscriberId), isNull(row.deletedAt)),
        orderBy: (row) => row.number,
      }),
    /** What was changed of them, in the order in which the server did it. */
    log: (...subscriberIds: string[]) =>
      db.query.changes.findMany({
        where: (row, { inArray }) => inArray(row.subscriberId, subscriberIds),
        orderBy: (row) => row.id,
      }),
    async contact(subscriberId: string) {
      const subscriber = await db.query.subscribers.findFirst({
        where: (row, { eq }) => eq(row.id, subscriberId),
      });
      const contactId = subscriber?.contactId;
      if (!contactId) return null;
      const contact = await db.query.contacts.findFirst({ where: (row, { eq }) => eq(row.id, contactId) });
      const points = await db.query.contactPoints.findMany({
        where: (row, { eq }) => eq(row.contactId, contactId),
        orderBy: (row) => row.position,
      });
      const ofKind = (kind: 'phone' | 'email') =>
        points.filter((point) => point.kind === kind).map(({ value, primary }) => ({ value, primary }));
      return contact && { ...contact, phones: ofKind('phone'), emails: ofKind('email') };
    },
  };
}
